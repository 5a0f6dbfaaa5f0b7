import Catalog
import Essentials

/// How the demo shop is arranged for those who browse, in `Demo/assortment/collections.json`: by a rule or by hand.
struct DemoCollection: Decodable, Sendable {
    let handle: String
    let title: String
    let text: String
    let picture: DemoPicture?
    /// Handles, in their order, where a hand fills it.
    let products: [String]?
    let rule: Rule?
    let sort: Catalog.Collection.Sort?
    let translations: [String: Words]

    struct Rule: Decodable, Sendable {
        let match: CollectionRule.Match
        let tests: [Test]
    }

    struct Test: Decodable, Sendable {
        let field: CollectionRule.Field
        let `is`: CollectionRule.Test
        let value: String
    }

    struct Words: Decodable, Sendable {
        let title: String?
        let text: String?
    }

    /// - Parameter members: what it will hold; the first that has a picture stands in where its own is not there yet.
    func draft(retail: PriceList.ID, members: [DemoProduct], pictures shown: DemoPictures) -> CollectionDraft {
        let candidates = (picture.map { [$0] } ?? []) + members.flatMap(\.pictures)
        return CollectionDraft(
            title: title, handle: handle, description: [text].paragraphs, image: shown.media(of: candidates).first,
            sort: sort ?? .manual,
            rule: rule.map { rule in
                CollectionRule(
                    rule.match, rule.tests.map { .init($0.field, on: $0.field == .price ? retail : nil, $0.is, $0.value) })
            })
    }

    /// Those of the products that it will surely hold: a rule is asked for tags and types alone, whichever it tests.
    func members(of all: [DemoProduct]) -> [DemoProduct] {
        if let products {
            let byHandle = Dictionary(all.map { ($0.handle, $0) }, uniquingKeysWith: { first, _ in first })
            return products.compactMap { byHandle[$0] }
        }
        let tags = rule?.tests.filter { $0.field == .tag }.map(\.value) ?? []
        let types = rule?.tests.filter { $0.field == .type }.map(\.value) ?? []
        return all.filter { !tags.isEmpty && Set(tags).isSubset(of: $0.tags) || types.contains($0.type) }
    }
}
