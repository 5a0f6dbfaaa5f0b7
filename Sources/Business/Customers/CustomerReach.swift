import Database
import Essentials
import Staff

extension Actor {
    /// Customers reach themselves, under any of their ids; staff reach everybody.
    /// - Throws: `CustomerRefusal.unknown` for a stranger, who learns nothing.
    func requireReach(of customer: Customer, in reading: some Reading) throws {
        if maySomewhere(.associate) { return }
        guard case .customer(let bits) = party else { throw CustomerRefusal.unknown }
        if bits == customer.id.bits { return }
        guard try Customer.find(Customer.ID(bits: bits), in: reading)?.id == customer.id else { throw CustomerRefusal.unknown }
    }
}

/// What a customer is called, checked.
struct CustomerProfile {
    let name: String
    let language: String

    /// - Throws: `CustomerRefusal.nameMissing`, `nameLong`, `languageUnknown`
    init(name: String, language: String) throws(CustomerRefusal) {
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty else { throw .nameMissing }
        guard name.count <= 200 else { throw .nameLong }
        guard language.wholeMatch(of: /[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*/) != nil else { throw .languageUnknown }
        self.name = name
        self.language = language
    }
}
