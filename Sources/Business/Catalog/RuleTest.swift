import Essentials

/// One condition of a rule, its value read once.
struct RuleTest {
    let holds: (RuleSubject) -> Bool

    /// - Throws: `CatalogRefusal.rule` when the test and its value do not fit the field; `.unknownPriceList`.
    init(_ condition: CollectionRule.Condition, lists: [PriceList.ID: PriceList]) throws {
        switch condition.field {
        case .title: holds = try Self.text(condition) { [$0.title] }
        case .vendor: holds = try Self.text(condition) { [$0.vendor] }
        case .type: holds = try Self.text(condition) { [$0.type] }
        case .tag: holds = try Self.text(condition) { $0.tags }
        case .price: holds = try Self.price(condition, lists: lists)
        case .attribute: holds = try Self.attribute(condition)
        }
    }

    /// Holds when it holds for any of the texts; `isNot` when it holds for all.
    private static func text(
        _ condition: CollectionRule.Condition, _ texts: @escaping (RuleSubject) -> [String]
    ) throws -> (RuleSubject) -> Bool {
        if condition.test == .isSet { return { texts($0).contains { !$0.isEmpty } } }
        let test = try compare(condition)
        return condition.test == .isNot ? { texts($0).allSatisfy(test) } : { texts($0).contains(where: test) }
    }

    /// Of folded texts.
    private static func compare(_ condition: CollectionRule.Condition) throws -> (String) -> Bool {
        let wanted = condition.value.folded
        guard !wanted.isEmpty else { throw CatalogRefusal.rule("A condition on the \(condition.field.rawValue) needs a text.") }
        switch condition.test {
        case .is: return { $0 == wanted }
        case .isNot: return { $0 != wanted }
        case .contains: return { $0.contains(wanted) }
        case .startsWith: return { $0.hasPrefix(wanted) }
        case .endsWith: return { $0.hasSuffix(wanted) }
        case .atLeast, .atMost, .isSet:
            throw CatalogRefusal.rule("The \(condition.field.rawValue) is a text; it cannot be compared like a number.")
        }
    }

    private static func price(
        _ condition: CollectionRule.Condition, lists: [PriceList.ID: PriceList]
    ) throws -> (RuleSubject) -> Bool {
        guard let wanted = condition.list else { throw CatalogRefusal.rule("A condition on the price needs its price list.") }
        guard let list = lists[wanted] else { throw CatalogRefusal.unknownPriceList }
        if condition.test == .isSet { return { $0.prices[list.id] != nil } }
        guard let wanted = Money(parsing: condition.value.trimmed, currency: list.currency)?.minorUnits else {
            throw CatalogRefusal.rule("“\(condition.value)” is no price in \(list.currency).")
        }
        let test = try number(condition) { (price: Int64) in price < wanted ? -1 : price == wanted ? 0 : 1 }
        return { $0.prices[list.id].map(test) ?? false }
    }

    private static func attribute(_ condition: CollectionRule.Condition) throws -> (RuleSubject) -> Bool {
        guard let name = condition.name, !name.isEmpty else { throw CatalogRefusal.rule("A condition on an attribute needs its name.") }
        if condition.test == .isSet { return { $0.attributes[name] != nil } }
        let value = condition.value.trimmed
        if condition.test == .atLeast || condition.test == .atMost {
            guard let wanted = Double(value) else { throw CatalogRefusal.rule("“\(value)” is no number.") }
            let test = try number(condition) { (number: Double) in number < wanted ? -1 : number == wanted ? 0 : 1 }
            return { subject in
                guard case .number(let number) = subject.attributes[name] else { return false }
                return test(number)
            }
        }
        let sameText = try compare(condition)
        return { subject in
            switch subject.attributes[name] {
            case nil: condition.test == .isNot
            case .text(let text): sameText(text.folded)
            // `12` and `12.0` are one number, whatever the rule writes.
            case .number(let number):
                condition.test == .is ? Double(value) == number : condition.test == .isNot ? Double(value) != number : false
            case .boolean(let flag): sameText(flag ? "true" : "false")
            }
        }
    }

    private static func number<Number>(
        _ condition: CollectionRule.Condition, _ order: @escaping (Number) -> Int
    ) throws -> (Number) -> Bool {
        switch condition.test {
        case .is: return { order($0) == 0 }
        case .isNot: return { order($0) != 0 }
        case .atLeast: return { order($0) >= 0 }
        case .atMost: return { order($0) <= 0 }
        case .contains, .startsWith, .endsWith, .isSet:
            throw CatalogRefusal.rule("A \(condition.field.rawValue) is a number; it is compared with is, at least or at most.")
        }
    }
}
