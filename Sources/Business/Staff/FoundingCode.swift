import Database
import Essentials
import Secrets

/// The code that whoever runs the shop's machine reads, and that the first owner types: so that a shop which is open to the
/// world is not founded by the first stranger who finds it.
///
/// It is kept as it is, for every node and every start to show, until the shop has its owner: whoever can read the database
/// needs no code.
public enum FoundingCode {
    /// The code of a shop that nobody owns yet, made at the first call; `nil` of one that has its owner.
    public static func prepare(in transaction: Transaction, world: World) throws -> String? {
        guard try !StaffMember.isShopFounded(in: transaction) else { return nil }
        try transaction.run(
            "INSERT INTO founding_code (number, code) VALUES (1, \(SpokenCode(world).text)) ON CONFLICT (number) DO NOTHING")
        return try find(in: transaction)
    }

    static func find(in reading: some Reading) throws -> String? {
        try reading.value("SELECT code FROM founding_code")
    }

    /// Whether this is the code, however it was typed. How long it takes says nothing about it.
    public static func matches(_ typed: String, in reading: some Reading) throws -> Bool {
        guard let code = try find(in: reading) else { return false }
        return constantTimeEqual(Digest.of(SpokenCode.plain(typed)), Digest.of(SpokenCode.plain(code)))
    }
}

/// Makes the first person the owner of everything, if they know the code that the server said.
/// - Throws: `StaffRefusal.wrongFoundingCode`; as `foundShop` without a code.
public func foundShop(_ founder: StaffDraft, code: String, in transaction: Transaction, world: World) throws -> StaffMember {
    guard try !StaffMember.isShopFounded(in: transaction) else { throw StaffRefusal.alreadyFounded }
    guard try FoundingCode.matches(code, in: transaction) else { throw StaffRefusal.wrongFoundingCode }
    return try foundShop(founder, in: transaction, world: world)
}
