import Database

/// What a list of products is narrowed to by one attribute: any of these values.
public struct AttributeChoice: Sendable, Hashable {
    public let name: String
    public let values: Set<AttributeValue>

    public init(name: String, values: Set<AttributeValue>) {
        self.name = name
        self.values = values
    }

    func holds(for attributes: [String: AttributeValue]) -> Bool {
        attributes[name].map(values.contains) ?? false
    }

    /// The condition that a product matches. Attributes are one text in canonical form, in which a name and its value stand
    /// side by side: no other name or value can read like that, since quotes inside them are escaped.
    /// - Parameter seq: the column with the product's place in the order of creation.
    func match(seq: SQL) -> SQL {
        let pairs = values.compactMap(pair).sorted()
        guard !pairs.isEmpty else { return "FALSE" }
        let either = pairs.dropFirst().reduce(Self.holds(pairs[0])) { $0 + " OR " + Self.holds($1) }
        return """
            EXISTS (SELECT 1 FROM product o JOIN product_content c ON c.product = o.id WHERE o.seq = \(sql: seq) AND (\(sql: either)))
            """
    }

    /// `"height":42`
    private func pair(_ value: AttributeValue) -> String? {
        (try? AttributeText.canonical([(name, value)])).map { String($0.dropFirst().dropLast()) }
    }

    /// Without its braces, the object is a row of pairs; a comma at each end lets all of them be found alike, and keeps a
    /// number from being found in a longer one. Taking the pair out makes the row shorter when it is there.
    private static func holds(_ pair: String) -> SQL {
        let row: SQL = "',' || substr(c.attributes, 2, length(c.attributes) - 2) || ','"
        return "replace(\(sql: row), \(",\(pair),"), '') <> \(sql: row)"
    }
}
