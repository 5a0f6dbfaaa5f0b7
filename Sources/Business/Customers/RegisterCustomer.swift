import Database
import Essentials
import Secrets
import Staff

/// What somebody says who opens an account.
public struct RegistrationDraft: Sendable {
    public var name: String
    public var email: String
    public var language: String
    public var password: PasswordHash

    public init(name: String, email: String, language: String, password: PasswordHash) {
        self.name = name
        self.email = email
        self.language = language
        self.password = password
    }
}

/// Opens an account and signs its owner in. The address is not verified yet, so nothing that others left under it is theirs.
/// - Parameters:
///   - guest: the guest that becomes the account, when the caller knows that it is the same person: the guest of the very
///     cart or order that they hold.
///   - replacing: the token that the browser came with; its session ends.
/// - Throws: `CustomerRefusal.emailTaken`; `alreadyRegistered` for a guest that has an account; as `createGuest`.
public func registerCustomer(
    _ draft: RegistrationDraft, guest: Customer.ID? = nil, replacing old: SecretToken? = nil, by actor: Actor,
    in transaction: Transaction, world: World
) throws -> StartedCustomerSession {
    let profile = try CustomerProfile(name: draft.name, language: draft.language)
    let contact = try ContactDraft(email: draft.email)
    let customer = try Customer.opened(profile, from: guest, in: transaction, world: world)
    let kept = try transaction.rowsChanged(
        by: """
            INSERT INTO customer_credential (customer, email_key, password) VALUES (\(customer), \(contact.key), \(draft.password.stored))
            ON CONFLICT DO NOTHING
            """)
    guard kept == 1 else { throw CustomerRefusal.emailTaken }
    _ = try ContactPoint.insert([contact], for: customer, in: transaction, world: world)
    try CustomerSearchIndex.add(PersonWords.words(name: profile.name), for: customer, in: transaction)
    if guest == nil {
        try CustomerCreated(customer: customer, registered: true).record(by: actor.origin, in: transaction, world: world)
    } else {
        try CustomerRegistered(customer: customer).record(by: actor.origin, in: transaction, world: world)
    }
    return try CustomerSession.start(for: customer, replacing: old, in: transaction, world: world)
}

extension Customer {
    /// A new row, or the guest's own with its new name.
    fileprivate static func opened(
        _ profile: CustomerProfile, from guest: ID?, in transaction: Transaction, world: World
    ) throws -> ID {
        guard let guest else {
            let customer = Customer(
                id: world.id(), kind: .registered, name: profile.name, language: profile.language, createdAt: world.now, erasedAt: nil)
            try customer.insert(in: transaction)
            return customer.id
        }
        let customer = try lock(guest, in: transaction)
        guard customer.kind == .guest else { throw CustomerRefusal.alreadyRegistered }
        try CustomerSearchIndex.remove(PersonWords.words(name: customer.name), for: customer.id, in: transaction)
        try transaction.run(
            """
            UPDATE customer SET kind = \(Kind.registered), name = \(profile.name), language = \(profile.language)
            WHERE id = \(customer.id)
            """)
        return customer.id
    }
}
