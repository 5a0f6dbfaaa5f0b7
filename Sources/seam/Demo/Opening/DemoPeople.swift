import Database
import Essentials
import Places
import Secrets
import Staff

/// Who works in the demo shop.
struct DemoPeople: Sendable {
    typealias Person = (member: StaffMember.ID, actor: Actor)

    /// Owns everything.
    let kaisa: Actor
    /// Manages Stockholm, and nothing else.
    let elias: Person
    /// Sells in Helsinki and in Turku.
    let noora: Person

    static let password = "raspberries in june"
    static let pin = "4826"
    /// Of the owner, whose word an associate needs.
    static let ownerPIN = "7315"
    static let owner = (name: "Kaisa Aaltonen", email: "kaisa@vakka.example")
    static let manager = (name: "Elias Berg", email: "elias@vakka.example")
    static let associate = (name: "Noora Salmi", email: "noora@vakka.example")

    /// The first person, who then hires the others.
    static func found(_ secrets: DemoSecrets, in transaction: Transaction, world: World) throws -> Actor {
        let draft = StaffDraft(name: owner.name, email: owner.email, password: secrets.password, pin: secrets.ownerPIN)
        let founder = try foundShop(draft, in: transaction, world: world)
        return Actor(.staff(founder.id), grants: [Grant(role: .owner, location: nil)])
    }

    static func hire(
        _ secrets: DemoSecrets, at places: [DemoPlace: Location], by owner: Actor, in transaction: Transaction, world: World
    ) throws -> DemoPeople {
        func hire(_ person: (name: String, email: String), password: PasswordHash?, as role: Role, at shops: [DemoPlace]) throws -> Person {
            let grants = shops.compactMap { places[$0] }.map { Grant(role: role, location: $0.id.bits) }
            let draft = StaffDraft(name: person.name, email: person.email, password: password, pin: secrets.pin, grants: grants)
            let member = try createStaffMember(draft, by: owner, in: transaction, world: world)
            return (member.id, Actor(.staff(member.id), grants: grants))
        }
        return DemoPeople(
            kaisa: owner, elias: try hire(manager, password: secrets.password, as: .manager, at: [.stockholm]),
            noora: try hire(associate, password: nil, as: .associate, at: [.helsinki, .turku]))
    }

    func seller(at place: DemoPlace) -> Person { place == .stockholm ? elias : noora }
}

/// The one password that everybody in the demo shares, the PIN of those who sell, and the owner's: they stand in the source, so
/// there is little to keep apart.
struct DemoSecrets: Sendable {
    let password: PasswordHash
    let pin: PasswordHash
    let ownerPIN: PasswordHash

    init(hasher: PasswordHasher, world: World) async throws {
        async let password = hasher.hash(password: DemoPeople.password, world: world)
        async let pin = hasher.hash(pin: DemoPeople.pin, world: world)
        async let ownerPIN = hasher.hash(pin: DemoPeople.ownerPIN, world: world)
        (self.password, self.pin, self.ownerPIN) = try await (password, pin, ownerPIN)
    }
}
