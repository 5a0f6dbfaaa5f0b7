import Essentials

/// Which products belong to a collection by themselves. Texts are compared as people read them, whatever their case
/// and diacritics.
public struct CollectionRule: Sendable, Hashable, Codable {
    public enum Match: String, Sendable, Codable, CaseIterable {
        case all, any
    }

    public enum Field: String, Sendable, Codable, CaseIterable {
        case title, vendor, type
        /// Any of the product's tags.
        case tag
        /// The price of its cheapest variant on one list.
        case price
        /// One of its attributes, by name.
        case attribute
    }

    public enum Test: String, Sendable, Codable, CaseIterable {
        case `is`, isNot, contains, startsWith, endsWith, atLeast, atMost
        /// It has any value at all.
        case isSet
    }

    public struct Condition: Sendable, Hashable, Codable {
        public var field: Field
        /// Of the attribute.
        public var name: String?
        /// Of the price.
        public var list: PriceList.ID?
        public var test: Test
        /// A text, a decimal number, `true` or `false`.
        public var value: String

        public init(_ field: Field, name: String? = nil, on list: PriceList.ID? = nil, _ test: Test, _ value: String = "") {
            self.field = field
            self.name = name
            self.list = list
            self.test = test
            self.value = value
        }
    }

    public static let mostConditions = 50

    public var match: Match
    public var conditions: [Condition]

    public init(_ match: Match, _ conditions: [Condition]) {
        self.match = match
        self.conditions = conditions
    }

    /// - Throws: `CatalogRefusal.rule` for a condition that says nothing; `.unknownPriceList`.
    func validate(lists: [PriceList.ID: PriceList]) throws {
        guard !conditions.isEmpty else { throw CatalogRefusal.rule("A rule needs at least one condition.") }
        guard conditions.count <= Self.mostConditions else { throw CatalogRefusal.tooMany("conditions", limit: Self.mostConditions) }
        for condition in conditions { _ = try RuleTest(condition, lists: lists) }
    }
}

/// What rules look at; the texts are folded.
struct RuleSubject {
    let title: String
    let vendor: String
    let type: String
    let tags: [String]
    /// Empty when no rule asks for attributes.
    let attributes: [String: AttributeValue]
    /// Of the cheapest variant, in minor units.
    let prices: [PriceList.ID: Int64]
}

/// A rule made ready to be asked about many products.
struct ReadyRule {
    private let match: CollectionRule.Match
    private let tests: [RuleTest]

    init(_ rule: CollectionRule, lists: [PriceList.ID: PriceList]) throws {
        match = rule.match
        tests = try rule.conditions.map { try RuleTest($0, lists: lists) }
    }

    func holds(for subject: RuleSubject) -> Bool {
        switch match {
        case .all: tests.allSatisfy { $0.holds(subject) }
        case .any: tests.contains { $0.holds(subject) }
        }
    }
}
