import Database
import Essentials
import Staff
import Tables

/// Takes a file of locations into the database: `seam import locations FILE.csv`.
///
/// The columns are `id` (the retailer's own number), `name`, `address`, `city`, `region`, `postal_code`, `country`,
/// `latitude` and `longitude`; `type`, `kind` (`store` or `warehouse`), `address2`, `hours`, `services` (with `|` between them) and `time_zone` may be
/// missing. A number that is there already is changed, so a second run makes no doubles and changes nothing. A row that
/// cannot be taken is refused with its line and reason, and the rest goes on.
public struct LocationImport: Sendable {
    /// Rows in one transaction: few enough that a shop that is selling hardly waits.
    static let batch = 100

    private let database: any Database
    private let actor: Actor
    private let world: World
    private let opening: @Sendable ([Location.ID], Transaction) throws -> Void

    /// - Parameter opening: is handed the locations that a transaction of the import makes, in that transaction. A shop
    ///   that sells from them imports by `importLocations` of Channels.
    public init(
        into database: any Database, by actor: Actor = .system("import"), world: World,
        opening: @escaping @Sendable ([Location.ID], Transaction) throws -> Void = { _, _ in }
    ) {
        self.database = database
        self.actor = actor
        self.world = world
        self.opening = opening
    }

    /// - Parameter progress: hears how far it is, after each transaction.
    /// - Throws: `TableRefusal` when the file cannot be used at all; `DatabaseFault` when the database cannot be written,
    ///   where what was taken until then stays.
    public func run(path: String, progress: (ImportReport) -> Void = { _ in }) async throws -> ImportReport {
        try await run(CSVReader(path: path), progress: progress)
    }

    public func run(_ reader: consuming CSVReader, progress: (ImportReport) -> Void = { _ in }) async throws -> ImportReport {
        let columns = try LocationColumns(reader.header)
        var report = ImportReport()
        var firstLines: [String: Int] = [:]
        var waiting: [LocationRow] = []
        while let record = try reader.next() {
            report.rowsRead += 1
            guard let row = read(record, columns, into: &report) else { continue }
            guard firstLines[row.code] == nil else {
                let reason: Sentence = "The number “\(row.code)” is on line \(firstLines[row.code, default: 0]) already."
                report.refuse(line: row.line, column: "id", reason: reason)
                continue
            }
            firstLines[row.code] = row.line
            waiting.append(row)
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

    /// The row, or `nil` when the report says why not.
    private func read(
        _ record: Result<CSVRecord, CSVFault>, _ columns: LocationColumns, into report: inout ImportReport
    ) -> LocationRow? {
        switch record {
        case .failure(let fault):
            report.refuse(fault)
            return nil
        case .success(let record):
            do {
                return try LocationRow(record, columns)
            } catch {
                report.refuse(line: record.line, error)
                return nil
            }
        }
    }

    private func take(_ rows: [LocationRow], into report: inout ImportReport) async throws {
        let outcomes = try await database.write { [actor, world, opening] transaction in
            try transaction.enter("places.import")
            let known = try Location.find(codes: rows.map(\.code), in: transaction)
            let outcomes = try rows.map { try $0.take(over: known[$0.code], by: actor, in: transaction, world: world) }
            try opening(outcomes.compactMap(\.created), transaction)
            return outcomes
        }
        for (row, outcome) in zip(rows, outcomes) {
            switch outcome {
            case .created: report.created += 1
            case .updated: report.updated += 1
            case .unchanged: report.unchanged += 1
            case .refused(let refusal):
                // The file calls the retailer's own number its id.
                let column = refusal.field == "code" ? "id" : refusal.field
                report.refuse(line: row.line, column: column, reason: refusal.sentence)
            }
        }
    }
}

private enum Outcome: Sendable {
    case created(Location.ID)
    case updated, unchanged
    case refused(PlacesRefusal)

    var created: Location.ID? {
        if case .created(let id) = self { id } else { nil }
    }
}

extension LocationRow {
    /// Only what a row can be refused for is caught here; it is thrown before anything of the row is written.
    fileprivate func take(over known: Location?, by actor: Actor, in transaction: Transaction, world: World) throws -> Outcome {
        do {
            guard let known else {
                return .created(try createLocation(draft(), by: actor, in: transaction, world: world).id)
            }
            let draft = try draft(over: known)
            let updated = try updateLocation(known.id, to: draft, version: known.version, by: actor, in: transaction, world: world)
            return updated.version == known.version ? .unchanged : .updated
        } catch let refusal as PlacesRefusal {
            return .refused(refusal)
        }
    }
}
