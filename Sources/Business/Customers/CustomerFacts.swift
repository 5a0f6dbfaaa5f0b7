import Essentials
import Feed

/// Somebody bought, or registered, for the first time.
public struct CustomerCreated: Fact {
    public static let topic = "customer.created"
    public let customer: Customer.ID
    public let registered: Bool
    public var subject: UInt128 { customer.bits }
}

/// A guest has a password now.
public struct CustomerRegistered: Fact {
    public static let topic = "customer.registered"
    public let customer: Customer.ID
    public var subject: UInt128 { customer.bits }
}

/// Something about them is other than it was: name, language, contact points, addresses.
public struct CustomerChanged: Fact {
    public static let topic = "customer.changed"
    public let customer: Customer.ID
    public var subject: UInt128 { customer.bits }
}

/// Two were one person: from now on `customer` stands for `survivor`.
public struct CustomerMerged: Fact {
    public static let topic = "customer.merged"
    public let customer: Customer.ID
    public let survivor: Customer.ID
    public var subject: UInt128 { customer.bits }
}

/// Whoever keeps personal data of one of these ids erases it now.
public struct CustomerErased: Fact {
    public static let topic = "customer.erased"
    public let customer: Customer.ID
    /// All ids that stood for the person, `customer` among them.
    public let identities: [Customer.ID]
    public var subject: UInt128 { customer.bits }
}
