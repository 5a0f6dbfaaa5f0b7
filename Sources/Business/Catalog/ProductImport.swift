import Database
import Essentials
import Staff
import Tables

/// Brings a product CSV, as Shopify exports it, into the catalogue.
///
/// Products are created or changed by handle, and their prices set on one list; a second run changes nothing. A product
/// with a mistake is refused with its line and the lines that fall with it, and never stops the rest. What the file has no column for stays as it is.
/// The file is streamed, and written in transactions short enough that a shop beside it goes on selling.
public struct ProductImport: Sendable {
    /// How long a transaction shall last, beside a running shop.
    private static let target = Duration.milliseconds(30)
    private static let smallest = 8
    private static let largest = 256

    private let list: PriceList
    private let world: World

    /// - Parameter list: gets the prices; they are in its currency.
    public init(list: PriceList, world: World) {
        self.list = list
        self.world = world
    }

    /// - Parameters:
    ///   - reader: of a file with at least the columns `Handle`, `Title` and `Variant Price`.
    ///   - progress: hears the report so far after each transaction.
    /// - Throws: `TableRefusal` when the file as a whole cannot be used; `StaffRefusal.forbidden` below manager;
    ///   `DatabaseFault` when the database gives up, with what was written before kept.
    public func run(
        _ reader: CSVReader, into database: any Database, by actor: Actor, progress: (ImportReport) -> Void = { _ in }
    ) async throws -> ImportReport {
        try actor.require(.manager)
        var rows = try ProductRows(reader, list: list)
        var report = ImportReport()
        var touched: Set<Product.ID> = []
        var size = 16
        var piece = try Piece(&rows, size: size)
        while !piece.isEmpty {
            let batch = ProductImportBatch(
                products: piece.products, columns: rows.columns, list: list, actor: actor, world: world, touched: touched)
            // The next piece is read while this one is written.
            async let writing = write(batch, into: database)
            let upcoming = try Piece(&rows, size: size)
            let outcome = try await writing
            piece.settle(outcome, in: &report)
            touched.formUnion(outcome.touched)
            size = Self.size(after: outcome.time, of: piece.size, was: size)
            piece = upcoming
            progress(report)
        }
        report.rowsRead = rows.rowsRead
        return report
    }

    /// When a unique key refuses the batch, because somebody else was quicker, each product is tried alone.
    private func write(_ batch: ProductImportBatch, into database: any Database) async throws -> ProductImportBatch.Outcome {
        guard !batch.products.isEmpty else { return ProductImportBatch.Outcome() }
        do {
            return try await database.write { try batch.write(in: $0) }
        } catch DatabaseFault.constraint {
            var sum = ProductImportBatch.Outcome()
            for product in batch.products {
                let alone = ProductImportBatch(
                    products: [product], columns: batch.columns, list: list, actor: batch.actor, world: world,
                    touched: batch.touched.union(sum.touched))
                do {
                    sum.add(try await database.write { try alone.write(in: $0) })
                } catch DatabaseFault.constraint(let sentence) {
                    let refusal = RowRefusal(line: product.line, column: nil, reason: "The database refuses it: \(sentence).")
                    sum.refused.append(refusal.falling(with: product.lines))
                }
            }
            return sum
        }
    }

    /// So many that the next transaction takes about the target, growing gently.
    private static func size(after time: Duration, of done: Int, was size: Int) -> Int {
        guard done > 0 else { return size }
        let fitting = time > .zero ? Int(Double(done) * (target / time)) : largest
        return max(smallest, min(fitting, size * 2, largest))
    }
}

extension ProductImport {
    /// What one transaction is made of, and what was refused while it was read.
    private struct Piece {
        private(set) var products: [ImportedProduct] = []
        private(set) var size = 0
        private var refused: [RowRefusal] = []
        private var unreadable: [CSVFault] = []
        private let rowsRead: Int

        /// - Parameter limit: of variants or pictures, whichever are more; a product is never split.
        init(_ rows: inout ProductRows, size limit: Int) throws {
            while size < limit, refused.count + unreadable.count < 1_000, let entry = try rows.next() {
                switch entry {
                case .product(let product):
                    size += max(1, product.draft.variants.count, product.draft.media.count)
                    products.append(product)
                case .refused(let refusal): refused.append(refusal)
                case .unreadable(let fault): unreadable.append(fault)
                }
            }
            rowsRead = rows.rowsRead
        }

        var isEmpty: Bool { products.isEmpty && refused.isEmpty && unreadable.isEmpty }

        func settle(_ outcome: ProductImportBatch.Outcome, in report: inout ImportReport) {
            report.rowsRead = rowsRead
            report.created += outcome.created
            report.updated += outcome.updated
            report.unchanged += outcome.unchanged
            var faults = unreadable[...]
            for refusal in (refused + outcome.refused).sorted(by: { $0.line < $1.line }) {
                while (faults.first?.lines.lowerBound ?? .max) < refusal.line { report.refuse(faults.removeFirst()) }
                report.refuse(line: refusal.line, column: refusal.column, reason: refusal.reason, fallen: refusal.fallen)
            }
            for fault in faults { report.refuse(fault) }
        }
    }
}

extension ProductImportBatch.Outcome {
    fileprivate mutating func add(_ other: Self) {
        created += other.created
        updated += other.updated
        unchanged += other.unchanged
        refused += other.refused
        touched += other.touched
        time += other.time
    }
}
