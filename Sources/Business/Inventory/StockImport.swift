import Catalog
import Database
import Essentials
import Feed
import Ledger
import Places
import Staff
import Tables

/// Takes a file of stock into the database: `seam import stock FILE.csv`.
///
/// The columns are `SKU`, `Location` (the retailer's own number) and `Quantity`: what is on hand there. What the books say
/// otherwise is corrected through the ledger, so a second run changes nothing. A row that cannot be taken is refused with
/// its line and reason, and the rest goes on.
public struct StockImport: Sendable {
    /// Rows in one transaction: few enough that a shop that is selling hardly waits.
    static let batch = 250

    private let database: any Database
    private let actor: Actor
    private let world: World

    public init(into database: any Database, by actor: Actor = .system("import"), world: World) {
        self.database = database
        self.actor = actor
        self.world = world
    }

    /// - Parameter progress: hears how far it is, after each transaction.
    /// - Throws: `TableRefusal` when the file cannot be used at all; `StaffRefusal.forbidden`; `DatabaseFault` when the
    ///   database cannot be written, where what was taken until then stays.
    public func run(path: String, progress: (ImportReport) -> Void = { _ in }) async throws -> ImportReport {
        try await run(CSVReader(path: path), progress: progress)
    }

    public func run(_ reader: consuming CSVReader, progress: (ImportReport) -> Void = { _ in }) async throws -> ImportReport {
        try actor.require(.manager)
        let columns = try StockColumns(reader.header)
        var report = ImportReport()
        var waiting: [StockRow] = []
        while let record = try reader.next() {
            report.rowsRead += 1
            switch record {
            case .failure(let fault): report.refuse(fault)
            case .success(let record):
                switch StockRow.read(record, columns) {
                case .failure(let problem): report.refuse(line: record.line, column: problem.column, reason: problem.reason)
                case .success(let row): waiting.append(row)
                }
            }
            if waiting.count == Self.batch {
                try await take(waiting, into: &report)
                waiting.removeAll(keepingCapacity: true)
                progress(report)
            }
        }
        if !waiting.isEmpty { try await take(waiting, into: &report) }
        report.sortRefusals()
        progress(report)
        return report
    }

    private func take(_ rows: [StockRow], into report: inout ImportReport) async throws {
        let outcomes = try await database.write { [actor, world] in try StockBatch(rows: rows).take(by: actor, in: $0, world: world) }
        for (row, outcome) in zip(rows, outcomes) {
            switch outcome {
            case .created: report.created += 1
            case .updated: report.updated += 1
            case .unchanged: report.unchanged += 1
            case .refused(let column, let reason): report.refuse(line: row.line, column: column, reason: reason)
            }
        }
    }
}

private struct StockColumns {
    let sku, location, quantity: CSVColumn

    init(_ header: CSVHeader) throws {
        try header.require(["SKU", "Location", "Quantity"])
        sku = try header.column("SKU")
        location = try header.column("Location")
        quantity = try header.column("Quantity")
    }
}

private struct StockRow: Sendable {
    struct Problem: Error {
        let column: String
        let reason: Sentence
    }

    let line: Int
    let sku: String
    let location: String
    let quantity: Int64

    static func read(_ record: CSVRecord, _ columns: StockColumns) -> Result<StockRow, Problem> {
        let cell = record[columns.quantity]
        guard let quantity = Int64(cell), quantity >= 0, quantity <= [StockLine].most else {
            return .failure(Problem(column: "Quantity", reason: "“\(cell.prefix(40))” is no quantity: a whole number from 0 on."))
        }
        return .success(StockRow(line: record.line, sku: record[columns.sku], location: record[columns.location], quantity: quantity))
    }
}

private enum Outcome: Sendable {
    case created, updated, unchanged
    case refused(column: String, reason: Sentence)
}

/// Some rows of the file, taken in one transaction with one posting.
private struct StockBatch: Sendable {
    let rows: [StockRow]

    func take(by actor: Actor, in transaction: Transaction, world: World) throws -> [Outcome] {
        let variants = try Variant.find(skus: rows.map(\.sku), in: transaction)
        let locations = try Location.find(codes: Set(rows.map(\.location)), in: transaction)
        var levels = try currentLevels(variants, locations, in: transaction)
        var transfers: [Transfer] = []
        var moves: [StockMoved.Move] = []

        let outcomes = rows.map { row -> Outcome in
            guard let variant = variants[row.sku]?.id else {
                return .refused(column: "SKU", reason: InventoryRefusal.unknownVariant(row.sku).sentence)
            }
            guard let location = locations[row.location], !location.isArchived else {
                return .refused(column: "Location", reason: InventoryRefusal.unknownLocation(row.location).sentence)
            }
            let key = AccountKey.stock(variant, .available, at: location.id, pool: 0)
            let level = levels[key]
            let change = row.quantity - (level?.onHand ?? 0)
            // Nothing on a shelf that knows nothing of it is what the books say already.
            if change == 0 { return .unchanged }
            let free = level?.free ?? 0
            guard change > 0 || free + change >= 0 else {
                return .refused(column: "Quantity", reason: InventoryRefusal.promised(free: max(0, free)).sentence)
            }
            let elsewhere = AccountKey.stock(variant, .world)
            transfers.append(change > 0 ? Transfer(change, from: elsewhere, to: key) : Transfer(-change, from: key, to: elsewhere))
            moves.append(StockMoved.Move(variant, at: location.id, pool: 0, free: change, onHand: change))
            var changed = level ?? StockLevel(variant: variant, location: location.id, pool: 0)
            changed.units[.available, default: 0] += change
            levels[key] = changed
            return level == nil ? .created : .updated
        }
        if let place = moves.first?.location {
            let document = try StockDocument.open(.adjustment, at: place, note: "import", by: actor, in: transaction, world: world)
            let posting = Posting(document.id.bits, reason: "stock.imported", by: actor.origin)
            try Ledger.post(transfers, as: posting, in: transaction, world: world)
            try StockMoved(by: document.id.bits, reason: posting.reason, moves: moves)
                .record(by: actor.origin, in: transaction, world: world)
        }
        return outcomes
    }

    private func currentLevels(
        _ variants: [String: Variant], _ locations: [String: Location], in transaction: Transaction
    ) throws -> [AccountKey: StockLevel] {
        guard !variants.isEmpty, !locations.isEmpty else { return [:] }
        let levels = try StockLevel.of(variants.values.map(\.id), at: locations.values.map(\.id), in: transaction)
        return Dictionary(
            levels.filter { $0.pool == 0 }.map { (.stock($0.variant, .available, at: $0.location, pool: 0), $0) },
            uniquingKeysWith: { first, _ in first })
    }
}
