import Essentials
import Feed

/// Who acts, and what they may do. Every verb that changes something takes one and checks it itself.
public struct Actor: Sendable {
    public enum Party: Sendable, Equatable {
        case staff(StaffMember.ID)
        /// A customer's id, as bits: customers are known to a slice above.
        case customer(UInt128)
        case guest
        /// A part of Seam that acts on its own: `import`, `demo`, `timer`.
        case system(String)
    }

    public let party: Party
    public let grants: [Grant]
    /// The channel through which they act, as bits.
    public let channel: UInt128?

    public init(_ party: Party, grants: [Grant] = [], channel: UInt128? = nil) {
        self.party = party
        self.grants = grants
        self.channel = channel
    }

    public static func system(_ name: String) -> Actor {
        Actor(.system(name), grants: [Grant(role: .owner, location: nil)])
    }

    public static func guest(channel: UInt128?) -> Actor { Actor(.guest, channel: channel) }

    /// The same actor through a channel.
    public func through(_ channel: UInt128?) -> Actor {
        Actor(party, grants: grants, channel: channel)
    }

    public var origin: Origin {
        let name =
            switch party {
            case .staff(let id): id.description
            case .customer(let bits): Identifier<CustomerSubject>(bits: bits).description
            case .guest: "guest"
            case .system(let name): "system:" + name
            }
        return Origin(actor: name, channel: channel)
    }

    /// Whether a grant covers `role` there; a grant without a location covers every location.
    public func may(_ role: Role, at location: UInt128? = nil) -> Bool {
        grants.contains { $0.role >= role && ($0.location == nil || $0.location == location) }
    }

    /// Whether a grant covers `role` at one location at least: for what belongs to no location, such as customers.
    public func maySomewhere(_ role: Role) -> Bool {
        grants.contains { $0.role >= role }
    }

    /// - Throws: `StaffRefusal.forbidden` when no grant covers it.
    public func require(_ role: Role, at location: UInt128? = nil) throws {
        guard may(role, at: location) else { throw StaffRefusal.forbidden(role) }
    }

    /// - Throws: `StaffRefusal.forbidden` when no grant covers it anywhere.
    public func requireSomewhere(_ role: Role) throws {
        guard maySomewhere(role) else { throw StaffRefusal.forbidden(role) }
    }
}

/// Gives a customer's bits the text form that they have in the slice above.
private enum CustomerSubject: Identified {
    static let prefix = "cus"
}
