import Essentials
import Staff
import Testing

struct ActorTests {
    private let shop = UInt128(7)

    @Test("who acts is named by an id")
    func origin() {
        let id = Identifier<StaffMember>(bits: 0x0199_0000_0000_7000_8000_0000_0000_0001)
        #expect(Actor(.staff(id)).origin.actor == id.description)
        #expect(Actor(.customer(id.bits)).origin.actor == "cus_" + id.description.dropFirst(4))
        #expect(Actor.guest(channel: 3).origin.actor == "guest")
        #expect(Actor.guest(channel: 3).origin.channel == 3)
        #expect(Actor.system("import").origin.actor == "system:import")
        #expect(Actor.system("import").through(9).origin.channel == 9)
    }

    @Test("a greater role covers a lesser one, and everywhere covers every place")
    func roles() {
        let manager = Actor(.guest, grants: [Grant(role: .manager, location: shop)])
        #expect(manager.may(.associate, at: shop) && manager.may(.manager, at: shop) && !manager.may(.owner, at: shop))
        #expect(!manager.may(.associate, at: 8) && !manager.may(.associate))
        let owner = Actor.system("demo")
        #expect(owner.may(.owner) && owner.may(.owner, at: shop))
        #expect(!Actor.guest(channel: nil).maySomewhere(.associate))
        #expect(Role.associate < .manager && .manager < Role.owner)
    }
}
