import Catalog
import Essentials
import Web

/// The pictures of a product in its form, one a row, each with its place; empty rows are for more.
enum MediaRows {
    private static let spare = 1

    /// The rows of what is kept, and some empty ones.
    static func forms(_ media: [MediaDraft], notices: FieldNotices) -> [Form] {
        (0..<media.count + spare).map { index in
            let picture = media.indices.contains(index) ? media[index] : nil
            return Form(
                ["url": picture?.url ?? "", "alt": picture?.alt ?? "", "position": picture.map { _ in String(index + 1) } ?? ""],
                prefix: "media.\(index).", notices: notices)
        }
    }

    /// The same rows as they were typed.
    static func forms(typed: Fields, notices: FieldNotices) -> [Form] {
        rows(typed).map { Form(typed: typed, prefix: "media.\($0).", notices: notices) }
    }

    /// The pictures in the order of their places; a row without an address is no picture, and one that is
    /// ticked goes.
    static func read(_ fields: Fields) throws -> [MediaDraft] {
        let pictures = try rows(fields).compactMap { row -> (position: Int, picture: MediaDraft)? in
            let prefix = "media.\(row)."
            guard let url = try fields.textIfAny(prefix + "url", upTo: 2_048), !fields.has(prefix + "gone") else { return nil }
            guard ProductForm.isAddress(url) else { throw RefusedField(CatalogRefusal.mediaAddress(url), field: prefix + "url") }
            let alt = try fields.textIfAny(prefix + "alt", upTo: 1_000) ?? ""
            return (try fields.integerIfAny(prefix + "position", in: 1...1_000) ?? .max, MediaDraft(url: url, alt: alt))
        }
        return pictures.enumerated().sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
            .map(\.element.picture)
    }

    private static func rows(_ fields: Fields) -> [Int] {
        (0..<ProductLimits.media).filter { fields.has("media.\($0).url") }
    }
}

extension ProductForm {
    /// What the catalogue takes for a picture's address, asked here to name the row.
    static func isAddress(_ url: String) -> Bool {
        (try? ProductDraft(title: "?", media: [MediaDraft(url: url)]).validated()) != nil
    }
}
