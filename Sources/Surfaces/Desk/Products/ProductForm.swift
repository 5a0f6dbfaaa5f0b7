import Catalog
import Essentials
import Web

/// A product's form: its fields as texts, and the draft that they mean.
///
/// It shows twenty variants at a time; those beside the window stay as they are.
struct ProductForm: Sendable {
    static let window = 20

    let fields: Fields
    /// The version that the person saw.
    let seen: Int64

    init(_ fields: Fields) throws {
        self.fields = fields
        seen = try fields.integerIfAny("version").map(Int64.init) ?? 0
    }

    /// What is kept, as the form shows it.
    static func values(_ draft: ProductDraft, version: Int64) -> [String: String] {
        var values = [
            "title": draft.title, "handle": draft.handle ?? "", "body": draft.body, "vendor": draft.vendor, "type": draft.type,
            "tags": draft.tags.joined(separator: ", "), "status": draft.status.rawValue,
            "attributes": AttributeLines.text(draft.attributes), "version": String(version),
        ]
        for (index, option) in draft.options.enumerated() { values["option\(index + 1)"] = option }
        return values
    }

    /// Applies what was typed to what is kept.
    /// - Throws: `FormRefusal`, `DeskRefusal` for what cannot be read; what it means is the slice's to refuse.
    func draft(over kept: ProductDraft, lists: [PriceList], language: String) throws -> ProductDraft {
        var draft = kept
        draft.title = try fields.text("title", upTo: 1_000)
        draft.handle = try fields.textIfAny("handle", upTo: 255)
        draft.body = try fields.linesIfAny("body", upTo: 200_000) ?? ""
        draft.vendor = try fields.textIfAny("vendor", upTo: 255) ?? ""
        draft.type = try fields.textIfAny("type", upTo: 255) ?? ""
        draft.tags = (try fields.textIfAny("tags", upTo: 20_000) ?? "").split(separator: ",").map(String.init)
        draft.status = try fields.choice("status")
        draft.options = try options
        draft.attributes = try AttributeLines.read(fields.linesIfAny("attributes", upTo: 50_000) ?? "")
        draft.media = try MediaRows.read(fields)
        draft.variants = try VariantRows(fields: fields, options: draft.options, lists: lists, language: language)
            .applied(to: kept.variants)
        return draft
    }

    /// The names of the options, up to the first that is empty.
    private var options: [String] {
        get throws {
            try ["option1", "option2", "option3"].map { try fields.textIfAny($0, upTo: 255) }.prefix { $0 != nil }.compactMap(\.self)
        }
    }
}
