import Essentials
import TestKit
import Testing

private enum Lamp: Identified { static let prefix = "lmp" }
private enum Chair: Identified { static let prefix = "chr" }

@Suite("Identifiers")
struct IdentifierTests {
    @Test("an identifier is shown with its prefix and read back")
    func roundTrip() {
        let world = World(clock: TestClock().clock, random: .seeded(1))
        for _ in 0..<1_000 {
            let id = world.id(Lamp.self)
            #expect(Lamp.ID(id.description) == id)
            #expect(Chair.ID(id.description) == nil)
        }
    }

    @Test("it follows TypeID: the known vector of its specification")
    func vector() {
        let bits: UInt128 = 0x0188_bac7_4afa_78aa_bc3b_bd1e_ef28_d881
        #expect(Lamp.ID(bits: bits).description == "lmp_01h2xcejqtf2nbrexx3vqjhp41")
    }

    @Test("later identifiers sort later, as bits and as text")
    func order() {
        let clock = TestClock()
        let world = World(clock: clock.clock, random: .seeded(2))
        var last = world.id(Lamp.self)
        for _ in 0..<100 {
            clock.advance(by: .milliseconds(1))
            let next = world.id(Lamp.self)
            #expect(last < next)
            #expect(last.description < next.description)
            last = next
        }
    }

    @Test("it is a UUID of version 7 with the variant of RFC 9562")
    func version() {
        let id = World(clock: TestClock().clock, random: .seeded(3)).id(Lamp.self)
        #expect(id.bits >> 76 & 0xf == 7)
        #expect(id.bits >> 62 & 0b11 == 0b10)
    }

    @Test(
        "malformed text is no identifier",
        arguments: ["", "lmp", "lmp_", "lmp_01h2xcejqtf2nbrexx3vqjhp4", "lmp_81h2xcejqtf2nbrexx3vqjhp41", "lmp_01h2xcejqtf2nbrexx3vqjhpU1"])
    func malformed(text: String) {
        #expect(Lamp.ID(text) == nil)
    }
}
