import Essentials
import Tables

/// A product as the rows of a file describe it; not checked against anything yet.
struct ImportedProduct: Sendable {
    let lines: ProductLines
    let handle: String
    var draft: ProductDraft
    /// The line of each variant.
    var variantLines: [Int]
    /// The line of an unreadable row behind it, which may have been one of its own.
    var gap: Int?

    var line: Int { lines.first }
}

/// Collects the rows of one product. The first mistake refuses all of it; the rows behind it are passed over.
struct ProductRowCollector {
    let handle: String
    let line: Int
    private var lines: ProductLines
    private let columns: ProductColumns
    private let list: PriceList
    private var draft: ProductDraft
    private var variantLines: [Int] = []
    private var pictures: [(position: Int, picture: MediaDraft)] = []
    private(set) var refusal: RowRefusal?
    var gap: Int?

    init(_ record: CSVRecord, handle: String, columns: ProductColumns, list: PriceList) {
        self.handle = handle
        self.columns = columns
        self.list = list
        line = record.line
        lines = ProductLines(from: record.line)
        draft = ProductDraft(title: columns.text(.title, in: record), handle: handle, variants: [])
        attempt {
            try $0.readProduct(record)
            try $0.readVariant(record)
            try $0.readPicture(record)
        }
    }

    /// A further row: a variant, a picture, or both.
    mutating func add(_ record: CSVRecord) {
        lines.add(record.line)
        guard refusal == nil else { return }
        if let gap {
            refusal = RowRefusal(line: line, column: nil, reason: "One of its rows, on line \(gap), cannot be read.")
            return
        }
        attempt {
            if ProductField.variant.contains(where: { [columns = $0.columns] in !columns.isEmpty($0, in: record) }) {
                try $0.readVariant(record)
            }
            try $0.readPicture(record)
        }
    }

    func product() throws -> ImportedProduct {
        if let refusal { throw refusal.falling(with: lines) }
        var draft = draft
        draft.media = pictures.enumerated().sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }.map(
            \.element.picture)
        return ImportedProduct(lines: lines, handle: handle, draft: draft, variantLines: variantLines, gap: gap)
    }

    private mutating func attempt(_ work: (inout ProductRowCollector) throws -> Void) {
        do {
            try work(&self)
        } catch let error as RowRefusal {
            refusal = error
        } catch {
            refusal = RowRefusal(line: line, column: nil, reason: "The row cannot be read.")
        }
    }

    private mutating func readProduct(_ record: CSVRecord) throws {
        draft.body = columns.text(.body, in: record)
        draft.vendor = columns.text(.vendor, in: record)
        draft.type = columns.text(.type, in: record)
        draft.tags = columns.text(.tags, in: record).split(separator: ",").map(String.init)
        draft.status = try record.status(columns)
        let names = ProductField.optionNames.map { columns.text($0, in: record) }
        draft.options = Array(names.prefix { !$0.isEmpty })
        do {
            draft.attributes = try Attributes(json: columns.text(.attributes, in: record))
        } catch let refusal as CatalogRefusal {
            throw RowRefusal(line: record.line, .attributes, refusal.sentence)
        }
    }

    private mutating func readVariant(_ record: CSVRecord) throws {
        guard variantLines.count < ProductLimits.variants else {
            throw RowRefusal(line: record.line, .option1Value, "A product has at most \(ProductLimits.variants) variants.")
        }
        var variant = VariantDraft(options: ProductField.optionValues.prefix(draft.options.count).map { columns.text($0, in: record) })
        variant.sku = columns.text(.sku, in: record).nonEmpty
        // A spreadsheet that took the barcode for a number cut its leading zero.
        let barcode = columns.text(.barcode, in: record)
        variant.barcode = (GTIN(restoring: barcode)?.digits ?? barcode).nonEmpty
        variant.grams = try record.grams(columns)
        variant.isTracked = columns.has(.tracker) ? !columns.isEmpty(.tracker, in: record) : true
        variant.whenSoldOut = try record.whenSoldOut(columns)
        variant.requiresShipping = try record.flag(.requiresShipping, columns)
        variant.isTaxable = try record.flag(.taxable, columns)
        variant.image = columns.text(.variantImage, in: record).nonEmpty
        if let amount = try record.money(.price, columns, list.currency) {
            variant.prices[list.id] = Price(amount, compareAt: try record.money(.compareAt, columns, list.currency))
        }
        draft.variants.append(variant)
        variantLines.append(record.line)
    }

    private mutating func readPicture(_ record: CSVRecord) throws {
        let url = columns.text(.imageSource, in: record)
        guard !url.isEmpty else { return }
        guard pictures.count < ProductLimits.media else {
            throw RowRefusal(line: record.line, .imageSource, "A product has at most \(ProductLimits.media) pictures.")
        }
        guard ProductDraft.isAddress(url) else {
            throw RowRefusal(line: record.line, .imageSource, CatalogRefusal.mediaAddress(url).sentence)
        }
        let text = columns.text(.imagePosition, in: record)
        guard let position = text.isEmpty ? pictures.count + 1 : Int(text), position > 0 else {
            throw RowRefusal(line: record.line, .imagePosition, "“\(text.prefix(40))” is no position; they count from 1.")
        }
        pictures.append((position, MediaDraft(url: url, alt: columns.text(.imageAlt, in: record))))
    }
}
