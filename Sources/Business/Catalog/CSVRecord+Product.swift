import Essentials
import Tables

/// Cells of the product CSV that are more than text.
extension CSVRecord {
    /// The status wins; what is active but not published is not sold yet.
    func status(_ columns: ProductColumns) throws -> Product.Status {
        let isPublished = try flag(.published, columns)
        let text = columns.text(.status, in: self)
        guard !text.isEmpty else { return isPublished ? .active : .draft }
        guard let status = Product.Status(rawValue: text.lowercased()) else {
            throw RowRefusal(line: line, .status, "“\(text.prefix(40))” is no status; it is active, draft or archived.")
        }
        return status == .active && !isPublished ? .draft : status
    }

    /// `nil` when the cell is empty.
    func money(_ field: ProductField, _ columns: ProductColumns, _ currency: Currency) throws -> Money? {
        let text = columns.text(field, in: self)
        guard !text.isEmpty else { return nil }
        guard let money = Money(parsing: text, currency: currency) else {
            throw RowRefusal(line: line, field, "“\(text.prefix(40))” is no price in \(currency); write it like \(Self.example(currency)).")
        }
        do { try Price.verify(money) } catch { throw RowRefusal(line: line, field, error.sentence) }
        return money
    }

    /// Whole grams, rounded to the nearest.
    func grams(_ columns: ProductColumns) throws -> Int64? {
        let text = columns.text(.grams, in: self)
        guard !text.isEmpty else { return nil }
        if let grams = Int64(text), grams >= 0 { return grams }
        guard let grams = Double(text), grams.isFinite, (0...1e12).contains(grams) else {
            throw RowRefusal(line: line, .grams, "“\(text.prefix(40))” is no weight in grams.")
        }
        return Int64(grams.rounded())
    }

    func whenSoldOut(_ columns: ProductColumns) throws -> Variant.WhenSoldOut {
        let text = columns.text(.policy, in: self)
        switch text.lowercased() {
        case "", "deny": return .deny
        case "continue": return .backorder
        default: throw RowRefusal(line: line, .policy, "“\(text.prefix(40))” is no policy; it is deny or continue.")
        }
    }

    /// An empty cell is a yes, as it is where the format comes from.
    func flag(_ field: ProductField, _ columns: ProductColumns) throws -> Bool {
        let text = columns.text(field, in: self)
        switch text {
        case "", "TRUE", "true", "True": return true
        case "FALSE", "false", "False": return false
        default: throw RowRefusal(line: line, field, "“\(text.prefix(40))” is neither TRUE nor FALSE.")
        }
    }

    private static func example(_ currency: Currency) -> String { Money(minorUnits: 4_995, currency: currency).plain }
}
