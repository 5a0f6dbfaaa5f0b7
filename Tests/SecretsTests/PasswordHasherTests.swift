import Essentials
import Secrets
import Synchronization
import Testing

struct PasswordHasherTests {
    private let world = World(clock: .system, random: .seeded(11))
    private let hasher = PasswordHasher(cost: .worthless)

    @Test("the right password is known again, another is not")
    func verify() async throws {
        let hash = try await hasher.hash(password: "correct horse", world: world)
        #expect(try await hasher.verify("correct horse", against: hash))
        #expect(try await !hasher.verify("correct horsf", against: hash))
        #expect(try await !hasher.verify("", against: hash))
    }

    @Test("a hash survives being stored, and says how it was made")
    func stored() async throws {
        let hash = try await hasher.hash(password: "correct horse", world: world)
        #expect(hash.stored.hasPrefix("$scrypt$ln=4,r=8,p=1$"))
        let read = try #require(PasswordHash(stored: hash.stored))
        #expect(read.stored == hash.stored)
        #expect(try await hasher.verify("correct horse", against: read))
    }

    @Test("the same password twice gives two hashes")
    func salted() async throws {
        let first = try await hasher.hash(password: "correct horse", world: world)
        let second = try await hasher.hash(password: "correct horse", world: world)
        #expect(first.stored != second.stored)
    }

    @Test("without a hash nothing is right")
    func unknown() async throws {
        #expect(try await !hasher.verify("", against: nil))
        #expect(try await !hasher.verify("correct horse", against: nil))
    }

    @Test("the spelling of an accent does not matter")
    func normalised() async throws {
        let hash = try await hasher.hash(password: "caf\u{e9} noir", world: world)
        #expect(try await hasher.verify("cafe\u{301} noir", against: hash))
    }

    @Test("a hash of another cost is verified and called outdated")
    func outdated() async throws {
        let old = try await hasher.hash(password: "correct horse", world: world)
        let today = PasswordHasher(cost: .modest)
        #expect(today.isOutdated(old))
        #expect(try await today.verify("correct horse", against: old))
        let new = try await today.rehash(verified: "correct horse", world: world)
        #expect(!today.isOutdated(new))
        #expect(new.stored.hasPrefix("$scrypt$ln=15,"))
    }

    @Test(
        "a stored text that no hasher wrote is refused",
        arguments: [
            "", "$", "secret", "$argon2id$v=19$m=1,t=1,p=1$AAAA$AAAA", "$scrypt$ln=4,r=8,p=1$AAAA$AAAA",
            "$scrypt$ln=40,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "$scrypt$ln=4,r=9,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            "$scrypt$ln=+4,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        ])
    func malformed(_ text: String) {
        #expect(PasswordHash(stored: text) == nil)
    }

    @Test(
        "a password that anybody would try is refused",
        arguments: [
            ("short", SecretRefusal.passwordShort), ("1234567", .passwordShort), ("Password1", .passwordCommon),
            ("aaaaaaaaaa", .passwordCommon), ("23456789", .passwordCommon), ("zyxwvuts", .passwordCommon),
            (String(repeating: "ab", count: 129), .passwordLong),
        ])
    func weakPassword(_ text: String, _ refusal: SecretRefusal) async {
        await #expect(throws: refusal) { try await hasher.hash(password: text, world: world) }
    }

    @Test(
        "a PIN has four to eight digits that are no row",
        arguments: [
            ("123", SecretRefusal.pinMalformed), ("123456789", .pinMalformed), ("12a4", .pinMalformed), ("١٢٣٥", .pinMalformed),
            ("0000", .pinTrivial), ("1234", .pinTrivial), ("9876", .pinTrivial),
        ])
    func weakPIN(_ text: String, _ refusal: SecretRefusal) async {
        await #expect(throws: refusal) { try await hasher.hash(pin: text, world: world) }
    }

    @Test("a good PIN is known again")
    func pin() async throws {
        let hash = try await hasher.hash(pin: "2580", world: world)
        #expect(try await hasher.verify("2580", against: hash))
        #expect(try await !hasher.verify("2581", against: hash))
    }

    @Test("a flood of sign-ins is refused, not queued without end")
    func flood() async {
        let narrow = PasswordHasher(cost: .modest, atOnce: 1, waiting: 2)
        let (answered, busy) = await withTaskGroup(of: Bool?.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do { return try await narrow.verify("whatever it is", against: nil) } catch SecretRefusal.busy { return nil } catch {
                        Issue.record(error)
                        return nil
                    }
                }
            }
            return await group.reduce(into: (0, 0)) { counts, outcome in
                if outcome == nil { counts.1 += 1 } else { counts.0 += 1 }
            }
        }
        #expect(answered >= 3)
        #expect(busy > 0)
        #expect(answered + busy == 40)
        #expect(SecretRefusal.busy.kind == .tooMany)
    }

    @Test("a hash never shows itself")
    func hidden() async throws {
        let hash = try await hasher.hash(password: "correct horse", world: world)
        #expect("\(hash)" == "PasswordHash(hidden)")
        #expect(String(reflecting: hash) == "PasswordHash(hidden)")
        #expect(Array(Mirror(reflecting: hash).children).isEmpty)
    }
}
