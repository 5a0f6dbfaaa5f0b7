import Database
import Essentials
import Foundation

/// The rules of all collections, ready to be asked.
struct CollectionRules {
    private let rules: [(collection: Collection.ID, rule: ReadyRule)]
    let needAttributes: Bool

    static func load(in reading: some Reading) throws -> CollectionRules {
        let texts = try reading.rows("SELECT id, rule FROM collection WHERE rule IS NOT NULL AND archived_at IS NULL") {
            (try $0.next(Collection.ID.self), try $0.next(String.self))
        }
        guard !texts.isEmpty else { return CollectionRules(rules: [], needAttributes: false) }
        let lists = Dictionary(uniqueKeysWithValues: try PriceList.all(in: reading).map { ($0.id, $0) })
        var needAttributes = false
        let rules = try texts.map { id, text in
            let rule = try CollectionRule(json: text)
            needAttributes = needAttributes || rule.needsAttributes
            return (collection: id, rule: try ReadyRule(rule, lists: lists))
        }
        return CollectionRules(rules: rules, needAttributes: needAttributes)
    }

    /// Archived products belong nowhere by a rule.
    func collections(of product: ShelvedProduct) -> Set<Collection.ID> {
        guard !rules.isEmpty, product.status != .archived else { return [] }
        let subject = product.subject(needAttributes)
        return Set(rules.filter { $0.rule.holds(for: subject) }.map(\.collection))
    }
}

extension CollectionRule {
    init(json: String) throws {
        self = try JSONDecoder().decode(CollectionRule.self, from: Data(json.utf8))
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    var needsAttributes: Bool { conditions.contains { $0.field == .attribute } }
    var needsPrices: Bool { conditions.contains { $0.field == .price } }
}
