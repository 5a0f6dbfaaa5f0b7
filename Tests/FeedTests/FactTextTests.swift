import Essentials
import Foundation
import TestKit
import Testing

@testable import Feed

/// Something of everything that a fact may hold.
private struct Everything: Codable, Equatable {
    struct Part: Codable, Equatable {
        let amount: Money
        let note: String?
    }

    enum Mood: String, Codable { case well, ill }

    var name: String
    var mood = Mood.well
    var isLit = true
    var units: Int64
    var small: UInt8 = 7
    var share = 0.25
    var missing: Int?
    var parts: [Part]
    var names: [String: Int]
    var none: [Int] = []
    var grid: [[Int]] = [[], [1], [2, 3]]
    var id: Identifier<Lamp>
}

private struct Lamp: Identified {
    static let prefix = "lmp"
    let id: ID
}

@Suite("The text of a fact")
struct FactTextTests {
    private static let letters = Array("aé日\"\\/\u{0}\u{1f}\n\t€🦊 {}[]:,")

    private static func word(_ dice: inout Randomness) -> String {
        String((0..<Int.random(in: 0...12, using: &dice)).compactMap { _ in letters.randomElement(using: &dice) })
    }

    @Test("is JSON that says what the fact says, whatever it holds", arguments: 1...200)
    func saysTheSame(seed: Int) throws {
        var dice = Randomness.seeded(UInt64(seed))
        var parts: [Everything.Part] = []
        for number in 0..<Int.random(in: 0...4, using: &dice) {
            let money = Money(minorUnits: Int64.random(in: .min...(.max), using: &dice), currency: .euro)
            parts.append(Everything.Part(amount: money, note: number.isMultiple(of: 2) ? Self.word(&dice) : nil))
        }
        let fact = Everything(
            name: Self.word(&dice), units: Int64.random(in: .min...(.max), using: &dice), parts: parts,
            names: [Self.word(&dice): 1, Self.word(&dice) + "b": -2], id: Identifier(bits: UInt128(seed) << 64))
        let text = try FactText.of(fact)
        #expect(try JSONDecoder().decode(Everything.self, from: Data(text.utf8)) == fact)
        let plain = try JSONSerialization.jsonObject(with: JSONEncoder().encode(fact)) as? NSDictionary
        #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary == plain)
    }

    @Test("names members in the order of the type, with nothing between them")
    func order() throws {
        struct Move: Encodable {
            let to = 3
            let from: Int? = nil
            let lines = ["a", "b"]
        }
        #expect(try FactText.of(Move()) == #"{"to":3,"lines":["a","b"]}"#)
    }

    @Test("holds no number that JSON cannot say")
    func infinite() {
        #expect(throws: EncodingError.self) { try FactText.of(["rate": Double.infinity]) }
    }
}
