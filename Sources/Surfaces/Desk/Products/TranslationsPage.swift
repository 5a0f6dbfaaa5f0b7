import Catalog
import Database
import Essentials
import Hummingbird
import Web

/// A product's texts in another language, beside the original.
struct TranslationsPage: DeskPage {
    let frame: Frame
    let detail: ProductDetail
    /// The languages that there are.
    let languages: [Choice]
    /// The one that is shown; `nil` while none is chosen.
    let language: String?
    let form: Form
    let words: [WordRow]
    /// What its pictures show, numbered on behind the words.
    let alts: [WordRow]

    init(
        _ visit: Visit, _ id: Product.ID, language: String?, typed: Fields? = nil, notices: FieldNotices = FieldNotices(),
        in snapshot: some Reading
    )
        throws
    {
        let detail = try ProductDetail.find(id, on: nil, in: snapshot)
        let translations = try ProductTranslation.of(id, in: snapshot)
        let kept = language.flatMap { translations[$0] }
        let form =
            typed.map { Form(typed: $0, notices: notices) }
            ?? Form(["title": kept?.title ?? "", "body": kept?.body ?? "", "language": language ?? ""])
        frame = visit.frame(.products)
        self.detail = detail
        self.language = language
        self.form = form
        languages = translations.keys.sorted().map { Choice(value: $0, label: $0, isChosen: $0 == language) }
        let rows = Self.texts(of: detail).enumerated().map { index, word in
            let translated = typed?.typed("words.\(index)") ?? kept?.words.pairs[word] ?? ""
            return WordRow(number: index, word: word, translated: translated)
        }
        let count = Self.words(of: detail).count
        words = Array(rows.prefix(count))
        alts = Array(rows.dropFirst(count))
    }

    /// All short texts, in the order of their fields.
    static func texts(of detail: ProductDetail) -> [String] {
        let words = words(of: detail)
        var seen = Set(words + [""])
        return words + detail.media.map(\.alt).filter { seen.insert($0).inserted }
    }

    /// The names and values of its options and attributes, and its type, each once.
    private static func words(of detail: ProductDetail) -> [String] {
        var seen: Set<String> = [""]
        let product = detail.product
        let attributes = product.attributes.all.flatMap { attribute in
            if case .text(let text) = attribute.value { [attribute.name, text] } else { [attribute.name] }
        }
        let all = product.options + detail.variants.flatMap(\.options) + [product.type] + attributes
        return all.filter { seen.insert($0).inserted }.prefix(400).map(\.self)
    }

    static let answers: Answers = [
        "frame": \.frame, "id": \.detail.product.id.description, "title": \.detail.product.title, "body": \.detail.product.body,
        "languages": \.languages, "language": \.language, "f": \.form, "notices": \.form.notices, "words": \.words,
        "alts": \.alts, "hasAlts": { !$0.alts.isEmpty }, "isChosen": { $0.language != nil }, "hasLanguages": { !$0.languages.isEmpty },
    ]
}

struct WordRow: Shown {
    let number: Int
    let word: String
    let translated: String

    static let answers: Answers = ["number": \.number, "word": \.word, "translated": \.translated]
}

extension Desk {
    func showTranslations(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Product.self)
        let language = try visit.query.textIfAny("language", upTo: 35)
        return try templates.response(try await database.read { try TranslationsPage(visit, id, language: language, in: $0) })
    }

    func acceptTranslation(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Product.self)
        let form = try await visit.form()
        return try await answer {
            let language = try form.text("language", upTo: 35)
            let (title, body) = try (form.textIfAny("title", upTo: 1_000), form.linesIfAny("body", upTo: 200_000))
            try await database.write { transaction in
                let words = TranslationsPage.texts(of: try ProductDetail.find(id, on: nil, in: transaction))
                let pairs = try words.enumerated().compactMap { index, word in
                    try form.textIfAny("words.\(index)", upTo: 2_000).map { (word, $0) }
                }
                let translation = ProductTranslation(title: title, body: body, words: Dictionary(uniqueKeysWithValues: pairs))
                try translateProduct(id, into: language, translation, by: visit.actor, in: transaction, world: world)
            }
            return "/desk/products/\(id)/translations?said=saved"
        } orShow: { notices in
            let language = form.typed("language")
            return try await database.read {
                try TranslationsPage(visit, id, language: language, typed: form, notices: notices, in: $0)
            }
        }
    }
}
