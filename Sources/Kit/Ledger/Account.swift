import Database

/// What is counted. Items of different books never meet.
public enum Book: Int, Sendable, Storable, CaseIterable {
    /// Units of a variant, in its smallest unit.
    case stock = 1
    /// Minor units of a currency.
    case money = 2
    /// What a channel may still take of a variant.
    case allowance = 3
}

/// In which state something lies at its place; each book has its own.
public struct AccountState: RawRepresentable, Hashable, Sendable, Storable {
    public let rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Beyond the books: the supplier, the customer, the world. Such an account has no floor.
    public static let outside = AccountState(rawValue: 0)
}

/// Where something is: the name of an account. The account comes into being with its first transfer.
public struct AccountKey: Hashable, Sendable {
    public var book: Book
    /// The variant, the currency.
    public var item: UInt128
    public var state: AccountState
    /// The location, or one of the places beyond the books.
    public var place: UInt128
    /// The channel that keeps stock of its own; 0 for what is shared.
    public var pool: UInt128
    /// The lot or serial number; empty for goods without.
    public var lot: String

    public init(_ book: Book, item: UInt128, state: AccountState, at place: UInt128, pool: UInt128 = 0, lot: String = "") {
        self.book = book
        self.item = item
        self.state = state
        self.place = place
        self.pool = pool
        self.lot = lot
    }

    /// The least that a new account of this name may fall to: nothing below zero inside, anything outside.
    var firstFloor: Int64? { state == .outside ? nil : 0 }
}

/// An account as it stands.
public struct Account: Sendable, Equatable {
    public let id: Int64
    public let key: AccountKey
    public var balance: Int64
    /// What open holds will take.
    public var held: Int64
    /// The least that `free` may fall to; below zero it allows back-orders, `nil` allows everything.
    public let floor: Int64?

    /// What is not promised to anybody.
    public var free: Int64 { balance - held }
}

extension Account: Readable {
    static let columns: SQL = "id, book, item, state, place, pool, lot, balance, held, floor"

    public init(row: inout Row) throws {
        id = try row.next()
        key = try AccountKey(
            row.next(), item: row.next(), state: row.next(), at: row.next(), pool: row.next(), lot: row.next())
        balance = try row.next()
        held = try row.next()
        floor = try row.next()
    }
}
