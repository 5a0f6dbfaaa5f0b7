import Essentials

/// Why a row of a file is not taken, and with it its product.
struct RowRefusal: Error {
    let line: Int
    let column: String?
    let reason: Sentence
    /// How many sound rows of the same product are not taken either.
    let fallen: Int

    init(line: Int, column: String?, reason: Sentence, fallen: Int = 0) {
        self.line = line
        self.column = column
        self.reason = reason
        self.fallen = fallen
    }

    init(line: Int, _ field: ProductField, _ reason: Sentence) {
        self.init(line: line, column: field.column, reason: reason)
    }

    /// What a verb says about the product, at the line that it is about.
    init(_ refusal: any Refusal, of product: ImportedProduct) {
        let variant = (refusal as? VariantRefusal).flatMap { refusal in
            product.variantLines.indices.contains(refusal.index) ? product.variantLines[refusal.index] : nil
        }
        self.init(line: variant ?? product.line, column: ProductField.column(of: refusal.field), reason: refusal.sentence)
    }

    /// The same, with what becomes of the product's other rows.
    func falling(with rows: ProductLines) -> RowRefusal {
        guard rows.count > 1 else { return self }
        return RowRefusal(line: line, column: column, reason: told(besides: rows), fallen: rows.count - 1)
    }

    private func told(besides rows: ProductLines) -> Sentence {
        Sentence(
            count: rows.count - 1,
            one: "\(reason) Lines \(rows.first) to \(rows.last) are one product: its other row was not taken either.",
            other: "\(reason) Lines \(rows.first) to \(rows.last) are one product: its other \(rows.count - 1) rows were not taken either.")
    }
}

/// Where in a file a product stands; rows between its first and its last that could not be read do not count.
struct ProductLines: Sendable, Equatable {
    let first: Int
    private(set) var last: Int
    private(set) var count = 1

    init(from line: Int) {
        first = line
        last = line
    }

    mutating func add(_ line: Int) {
        last = line
        count += 1
    }
}
