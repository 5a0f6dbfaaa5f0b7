import Catalog
import Essentials
import Web

/// A collection's form: its fields as texts, and the draft that they mean.
enum CollectionForm {
    static let names = ["title", "handle", "description", "image", "alt", "sort", "filling", "match"]
    private static let spare = 2

    static func values(_ collection: Collection) -> [String: String] {
        [
            "title": collection.title, "handle": collection.handle, "description": collection.description,
            "image": collection.image?.url ?? "", "alt": collection.image?.alt ?? "", "sort": collection.sort.rawValue,
            "filling": collection.rule == nil ? "hand" : "rule", "match": collection.rule?.match.rawValue ?? "all",
            "version": String(collection.version),
        ]
    }

    static let empty = ["sort": Collection.Sort.manual.rawValue, "filling": "hand", "match": CollectionRule.Match.all.rawValue]

    /// The conditions that are kept, and some empty ones.
    static func conditions(_ rule: CollectionRule?, notices: FieldNotices) -> [Form] {
        let conditions = rule?.conditions ?? []
        return (0..<conditions.count + spare).map { index in
            guard conditions.indices.contains(index) else { return Form(prefix: "conditions.\(index).", notices: notices) }
            let condition = conditions[index]
            return Form(
                [
                    "field": condition.field.rawValue, "name": condition.name ?? "", "list": condition.list?.description ?? "",
                    "test": condition.test.rawValue, "value": condition.value,
                ], prefix: "conditions.\(index).", notices: notices)
        }
    }

    static func conditions(typed: Fields, notices: FieldNotices) -> [Form] {
        places(typed).map { Form(typed: typed, prefix: "conditions.\($0).", notices: notices) }
    }

    static func draft(_ form: Fields) throws -> CollectionDraft {
        CollectionDraft(
            title: try form.text("title", upTo: 1_000), handle: try form.textIfAny("handle", upTo: 255),
            description: try form.linesIfAny("description", upTo: 200_000) ?? "",
            image: try form.textIfAny("image", upTo: 2_048).map { MediaDraft(url: $0, alt: try form.textIfAny("alt", upTo: 1_000) ?? "") },
            sort: try form.choice("sort"), rule: form.typed("filling") == "rule" ? try rule(form) : nil)
    }

    /// A condition without a field is none.
    private static func rule(_ form: Fields) throws -> CollectionRule {
        let conditions = try places(form).compactMap { place -> CollectionRule.Condition? in
            let prefix = "conditions.\(place)."
            guard let field = try form.choiceIfAny(prefix + "field", as: CollectionRule.Field.self) else { return nil }
            let list = try form.idIfAny(prefix + "list", of: PriceList.self)
            if field == .price, list == nil { throw DeskRefusal.noPriceList(field: prefix + "list") }
            return CollectionRule.Condition(
                field, name: try form.textIfAny(prefix + "name", upTo: 100), on: list,
                try form.choice(prefix + "test"), try form.textIfAny(prefix + "value", upTo: 500) ?? "")
        }
        return CollectionRule(try form.choice("match"), conditions)
    }

    private static func places(_ form: Fields) -> [Int] {
        (0..<CollectionRule.mostConditions).filter { form.has("conditions.\($0).field") }
    }
}
