import Essentials
import Tables

/// Reads the products of a file one after another; rows of one handle that stand together are one product.
struct ProductRows {
    enum Entry {
        case product(ImportedProduct)
        case refused(RowRefusal)
        /// A row that could not be read.
        case unreadable(CSVFault)
    }

    let columns: ProductColumns
    private(set) var rowsRead = 0
    private var reader: CSVReader
    private let list: PriceList
    private var open: ProductRowCollector?
    private var isOver = false
    private var ready: [Entry] = []

    /// - Throws: `TableRefusal` when the file as a whole cannot be used.
    init(_ reader: CSVReader, list: PriceList) throws {
        self.reader = reader
        self.list = list
        columns = try ProductColumns(reader.header)
    }

    /// - Throws: only what the source of the bytes throws.
    mutating func next() throws -> Entry? {
        while ready.isEmpty, !isOver { try advance() }
        return ready.isEmpty ? nil : ready.removeFirst()
    }

    private mutating func advance() throws {
        switch try reader.next() {
        case nil:
            isOver = true
            close()
        case .failure(let fault):
            rowsRead += 1
            if open?.gap == nil { open?.gap = fault.lines.lowerBound }
            ready.append(.unreadable(fault))
        case .success(let record):
            // Spreadsheets leave rows of nothing but commas.
            guard ProductField.allCases.contains(where: { !columns.isEmpty($0, in: record) }) else { return }
            rowsRead += 1
            take(record)
        }
    }

    private mutating func take(_ record: CSVRecord) {
        let text = columns.text(.handle, in: record)
        if open != nil, text == open?.handle {
            open?.add(record)
            return
        }
        close()
        guard !text.asHandle.isEmpty, text.utf8.count <= ProductLimits.word else {
            let reason: Sentence = text.isEmpty ? "The row has no handle." : CatalogRefusal.handleInvalid(text).sentence
            ready.append(.refused(RowRefusal(line: record.line, .handle, reason)))
            return
        }
        open = ProductRowCollector(record, handle: text, columns: columns, list: list)
    }

    private mutating func close() {
        guard let open else { return }
        self.open = nil
        do {
            ready.append(.product(try open.product()))
        } catch let refusal as RowRefusal {
            ready.append(.refused(refusal))
        } catch {
            ready.append(.refused(RowRefusal(line: open.line, column: nil, reason: "The product cannot be read.")))
        }
    }
}
