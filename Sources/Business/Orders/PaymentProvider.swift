import Essentials
import Synchronization

/// Takes money. Asking twice with the same key takes it once.
public struct PaymentProvider: Sendable {
    public enum Answer: Sendable, Equatable {
        /// The money is taken; `reference` is the provider's own name for it.
        case captured(reference: String)
        case declined
    }

    /// Short and stable, stored with each payment: `test`.
    public let name: String
    /// Takes the amount. `key` is the attempt's id as text: the provider answers the same key the same way.
    /// (Text, because Swift 6.3 miscompiles asynchronous closures that take 128-bit integers on x86-64.)
    /// Throws when its answer is unknown; it is then asked again later.
    let charge: @Sendable (_ amount: Money, _ token: String?, _ key: String) async throws -> Answer
    /// Gives it back.
    let refund: @Sendable (_ reference: String, _ amount: Money, _ key: String) async throws -> Void

    public init(
        name: String, charge: @escaping @Sendable (_ amount: Money, _ token: String?, _ key: String) async throws -> Answer,
        refund: @escaping @Sendable (_ reference: String, _ amount: Money, _ key: String) async throws -> Void
    ) {
        self.name = name
        self.charge = charge
        self.refund = refund
    }

    /// Takes no money: `success_token` succeeds, everything else is declined. An attempt that is asked about again, without
    /// a token, gets its first answer; each provider remembers its own, only the last few thousand, and none over a restart.
    public static var test: PaymentProvider {
        let taken = Recollection()
        return PaymentProvider(
            name: "test",
            charge: { _, token, key in
                let isTaken = taken.recent.withLock { recent in
                    if token == "success_token" { recent.add(key) }
                    return recent.keys.contains(key)
                }
                return isTaken ? .captured(reference: "test-\(key)") : .declined
            },
            refund: { _, _, _ in })
    }

    private final class Recollection: Sendable {
        let recent = Mutex(Recent())
    }

    private struct Recent {
        var keys: Set<String> = []
        private var order: [String] = []

        mutating func add(_ key: String) {
            guard keys.insert(key).inserted else { return }
            order.append(key)
            guard order.count > 8_192 else { return }
            keys.subtract(order.prefix(4_096))
            order.removeFirst(4_096)
        }
    }
}
