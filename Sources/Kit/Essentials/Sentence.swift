/// What people read: an English pattern and the values in it, kept apart, so that a surface can say it in the language of
/// whoever reads. Logs and programs read it in English.
///
/// ```swift
/// let sentence: Sentence = "Only \(free) of these are free."     // the pattern is “Only {1} of these are free.”
/// Sentence(count: units, one: "One unit is missing.", other: "\(units) units are missing.")
/// ```
///
/// Two sentences are equal when they say the same in English.
public struct Sentence: Sendable {
    /// What may stand in a pattern.
    public indirect enum Value: Sendable, Codable {
        case text(String)
        case number(Int64)
        case money(Money)
        case sentence(Sentence)
    }

    /// `Only {1} of these are free.`: what catalogues know the sentence by. Of a counted one, the form for many.
    public let pattern: String
    /// What a counted sentence says of one.
    public let singular: String?
    /// What decides between the forms of a counted sentence.
    public let count: Int64?
    public let values: [Value]

    /// A sentence that is the same in every language: somebody's own words, a name.
    public init(verbatim text: String) {
        self.init(pattern: "{1}", values: [.text(text)])
    }

    /// A sentence about a number, which other languages put into more forms than two.
    /// - Parameters:
    ///   - one: what is said of one; it may leave out values at its end.
    ///   - other: what is said of any other number, with all values.
    public init(count: some BinaryInteger, one: Sentence, other: Sentence) {
        self.init(pattern: other.pattern, singular: one.pattern, count: Int64(clamping: count), values: other.values)
    }

    init(pattern: String, singular: String? = nil, count: Int64? = nil, values: [Value]) {
        self.pattern = pattern
        self.singular = singular
        self.count = count
        self.values = values
    }

    /// The pattern in another language, or this one's own, with the values in their places.
    /// - Parameter spoken: says one value.
    public func filled(_ pattern: String, _ spoken: (Value) -> String) -> String {
        guard pattern.utf8.contains(UInt8(ascii: "{")) else { return pattern }
        var text = ""
        var rest = pattern[...]
        while let open = rest.firstIndex(of: "{") {
            text += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}"), let place = Int(rest[open..<close].dropFirst()), values.indices.contains(place - 1)
            else {
                text.append(rest.removeFirst())
                continue
            }
            text += spoken(values[place - 1])
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}

extension Sentence: CustomStringConvertible {
    /// In English.
    public var description: String {
        filled(count == 1 ? singular ?? pattern : pattern) { value in
            switch value {
            case .text(let text): text
            case .number(let number): String(number)
            case .money(let money): money.formatted(in: "en")
            case .sentence(let sentence): sentence.description
            }
        }
    }
}

extension Sentence: Hashable {
    public static func == (a: Self, b: Self) -> Bool { a.description == b.description }
    public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension Sentence: ExpressibleByStringInterpolation {
    public init(stringLiteral text: String) {
        self.init(pattern: text, values: [])
    }

    public init(stringInterpolation: StringInterpolation) {
        self.init(pattern: stringInterpolation.pattern, values: stringInterpolation.values)
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pattern = ""
        fileprivate var values: [Value] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            pattern.reserveCapacity(literalCapacity + 3 * interpolationCount)
        }

        public mutating func appendLiteral(_ text: String) { pattern += text }
        public mutating func appendInterpolation(_ text: String) { add(.text(text)) }
        public mutating func appendInterpolation(_ number: some BinaryInteger) { add(.number(Int64(clamping: number))) }
        public mutating func appendInterpolation(_ money: Money) { add(.money(money)) }
        public mutating func appendInterpolation(_ sentence: Sentence) { add(.sentence(sentence)) }
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) { add(.text(value.description)) }

        private mutating func add(_ value: Value) {
            values.append(value)
            pattern += "{\(values.count)}"
        }
    }
}
