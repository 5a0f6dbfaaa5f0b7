import Database
import Essentials
import Staff

/// Keeps who bought without registering. Two purchases make two guests, even under one address: that they are one
/// person is for somebody to say.
/// - Throws: `CustomerRefusal.nameMissing`, `nameLong`, `languageUnknown`, `emailMalformed`, `phoneMalformed`.
public func createGuest(_ draft: GuestDraft, by actor: Actor, in transaction: Transaction, world: World) throws -> Customer {
    let profile = try CustomerProfile(name: draft.name, language: draft.language)
    let contacts = try draft.contacts()
    let customer = Customer(
        id: world.id(), kind: .guest, name: profile.name, language: profile.language, createdAt: world.now, erasedAt: nil)
    try customer.insert(in: transaction)
    _ = try ContactPoint.insert(contacts, for: customer.id, in: transaction, world: world)
    try CustomerSearchIndex.add(
        PersonWords.words(name: profile.name).union(contacts.searchWords), for: customer.id, in: transaction)
    try CustomerCreated(customer: customer.id, registered: false).record(by: actor.origin, in: transaction, world: world)
    return customer
}

extension GuestDraft {
    func contacts() throws -> [ContactDraft] {
        try [email.map { try ContactDraft(email: $0) }, phone.map { try ContactDraft(phone: $0) }].compactMap(\.self)
    }
}
