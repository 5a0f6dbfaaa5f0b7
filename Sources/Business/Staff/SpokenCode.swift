import Essentials
import Secrets

/// A code that one person reads out or copies and another types: eight letters and digits that nobody confuses, in two groups,
/// `K7QM-4FXR`. Forty bits of chance: whoever lets people try it limits how often.
struct SpokenCode: Sendable {
    private static let alphabet = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")

    let text: String

    init(_ world: World) {
        let letters = world.bytes(8).map { Self.alphabet[Int($0 & 31)] }
        text = String(letters.prefix(4)) + "-" + String(letters.suffix(4))
    }

    /// Its letters and digits, however it was typed.
    static func plain(_ typed: String) -> String {
        typed.uppercased().filter { alphabet.contains($0) }
    }
}
