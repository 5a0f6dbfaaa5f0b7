import Essentials
import Foundation
import Secrets
import Testing

struct SecretTokenTests {
    private let world = World(clock: .system, random: .seeded(7))

    @Test("a token survives its text form")
    func roundTrip() throws {
        for _ in 0..<200 {
            let token = SecretToken(world: world)
            #expect(token.text.utf8.count == 43)
            #expect(token.text.utf8.allSatisfy { "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8.contains($0) })
            let read = try #require(SecretToken(token.text))
            #expect(read == token)
            #expect(read.digest == token.digest)
        }
    }

    @Test("the digest is SHA-256 of the bytes")
    func digest() throws {
        let zeros = try #require(SecretToken(String(repeating: "A", count: 43)))
        let hex = zeros.digest.map { String(format: "%02x", $0) }.joined()
        #expect(hex == "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925")
    }

    @Test(
        "a text that is no token is refused",
        arguments: [
            "", "A", String(repeating: "A", count: 42), String(repeating: "A", count: 44), String(repeating: "A", count: 42) + "B",
            String(repeating: "A", count: 42) + "=", String(repeating: "+", count: 43), String(repeating: "é", count: 43),
        ])
    func malformed(_ text: String) {
        #expect(SecretToken(text) == nil)
    }

    @Test("a token never shows itself")
    func hidden() {
        let token = SecretToken(world: world)
        var dumped = ""
        dump(token, to: &dumped)
        for shown in ["\(token)", String(reflecting: token), "\([token])", dumped] {
            #expect(!shown.contains(token.text))
            #expect(shown.contains("hidden") || shown.contains("SecretToken"))
        }
        #expect(Array(Mirror(reflecting: token).children).isEmpty)
    }

    @Test("comparing tells equal from different bytes")
    func comparing() {
        #expect(constantTimeEqual([], []))
        #expect(constantTimeEqual([1, 2], [1, 2]))
        #expect(!constantTimeEqual([1, 2], [1, 3]))
        #expect(!constantTimeEqual([1, 2], [1, 2, 3]))
    }
}
