/// Named values as a browser sent them, in a form or in a query, in their order.
///
/// The getters trim blanks around a value, take an empty one for a missing one, and throw a `FormRefusal` that names
/// the field: the page shows it beside that field, and fills the others with what was typed.
public struct Fields: Sendable {
    private let pairs: [(name: String, value: String)]

    /// - Parameter limit: how many fields are read at most.
    /// - Throws: `FormRefusal.malformed` or `.tooManyFields`.
    public init(decoding bytes: some Collection<UInt8>, limit: Int = 1_000) throws {
        pairs = try FormText.pairs(bytes, limit: limit)
    }

    public init(_ pairs: [(name: String, value: String)] = []) {
        self.pairs = pairs
    }

    /// What was typed, exactly, to fill the form again; empty when nothing was.
    public func typed(_ name: String) -> String {
        first(name) ?? ""
    }

    /// Every value of a repeated field: checkboxes of one name.
    public func all(_ name: String) -> [String] {
        pairs.filter { $0.name == name }.map(\.value)
    }

    /// The names that were sent, each once.
    public var names: [String] {
        var seen: Set<String> = []
        return pairs.map(\.name).filter { seen.insert($0).inserted }
    }

    /// True when the field was sent at all, as a checkbox is when it is ticked.
    public func has(_ name: String) -> Bool {
        pairs.contains { $0.name == name }
    }

    func first(_ name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }
}
