import Catalog
import Channels
import Database
import Essentials
import Hummingbird
import Inventory
import Ledger
import Orders
import Places
import Web

/// Every entry behind one number: what came and went at one location in one state, newest first.
struct LedgerPage: DeskPage {
    static let length = 50

    let frame: Frame
    let name: VariantName
    let place: Location
    let channel: Channel?
    let state: StockState
    let balance: Int64
    let rows: [EntryRow]
    let pager: Pager

    init(_ visit: Visit, _ variant: Variant.ID, in snapshot: some Reading) throws {
        let location = try visit.query.id("location", of: Location.self)
        guard let place = try Location.find(location, in: snapshot) else { throw PlacesRefusal.unknownLocation }
        let pool = try visit.query.idIfAny("pool", of: Channel.self)
        let word = try visit.query.textIfAny("state", upTo: 20) ?? "available"
        guard let state = StateName.state(word) else { throw FormRefusal.notAChoice(field: "state") }
        let before = try visit.query.integerIfAny("before").map(Int64.init)
        let key = AccountKey(
            .stock, item: variant.bits, state: AccountState(rawValue: state.rawValue), at: location.bits, pool: pool?.bits ?? 0)
        let account = try Ledger.account(key, in: snapshot)
        let found = try account.map { try Ledger.entries(of: $0, before: before, limit: Self.length + 1, in: snapshot) } ?? []
        frame = visit.frame(.stock)
        name = try VariantName(variant, in: snapshot)
        channel = try pool.flatMap { try Channel.find($0, in: snapshot) }
        self.place = place
        self.state = state
        balance = account?.balance ?? 0
        rows = try EntryRow.rows(Array(found.prefix(Self.length)), of: account, clock: visit.clock, in: snapshot)
        let address = { (before: Int64?) in
            Fields.link(
                "/desk/stock/\(variant)/ledger",
                [
                    "location": location.description, "state": word, "pool": pool?.description,
                    "before": before.map { String($0) },
                ])
        }
        pager = Pager(
            first: before.map { _ in address(nil) }, next: found.count > Self.length ? address(found[Self.length - 1].id) : nil)
    }

    static let answers: Answers = [
        "frame": \.frame, "what": \.name, "place": \.place.name, "placeID": \.place.id.description, "channel": \.channel?.name,
        "pool": \.channel?.id.description, "state": { Chosen(StateName.word($0.state)) }, "balance": \.balance, "rows": \.rows,
        "isEmpty": \.rows.isEmpty, "pager": \.pager,
    ]
}

extension Desk {
    func showLedger(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Variant.self)
        return try templates.response(try await database.read { try LedgerPage(visit, id, in: $0) })
    }
}
