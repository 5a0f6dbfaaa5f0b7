import Channels
import Content
import Database
import Essentials
import Hummingbird
import Web

extension Desk {
    func showFrontTranslations(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Channel.self)
        let language = try visit.query.textIfAny("language", upTo: 35)
        let offered = templates.texts.languages
        return try templates.response(
            try await database.read { try FrontTranslationsPage(visit, id, language: language, offered: offered, in: $0) })
    }

    /// Keeps the words of the front and of the promises together, or none of them.
    func acceptFrontTranslation(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Channel.self)
        let form = try await visit.form()
        return try await answer {
            let language = try form.text("language", upTo: 35)
            let seen = try Int64(form.integer("version"))
            let words = try FrontWords.read(form)
            let promises = ShopGuideWords(
                delivery: try form.textIfAny("delivery_words", upTo: 500), shop: try form.textIfAny("shop_words", upTo: 500))
            try await database.write { transaction in
                if !words.isEmpty {
                    try translateFront(
                        of: id, into: language, words: words, seen: seen, by: visit.actor, in: transaction, world: world)
                }
                try translateGuide(of: id, into: language, promises, by: visit.actor, in: transaction, world: world)
            }
            return Fields.link("/desk/fronts/\(id)/translations", ["language": language, "said": "saved"])
        } orShow: { notices in
            let (language, offered) = (form.typed("language"), templates.texts.languages)
            return try await database.read {
                try FrontTranslationsPage(
                    visit, id, language: language.isEmpty ? nil : language, offered: offered, typed: form, notices: notices, in: $0)
            }
        }
    }
}

extension FrontWords {
    /// As a form shows them.
    var values: [String: String] {
        ["title": title ?? "", "text": text ?? "", "alt": alt ?? "", "link_title": linkTitle ?? ""]
    }

    /// Of each block that the form names, in their order.
    fileprivate static func read(_ form: Fields) throws -> [FrontWords] {
        try (0..<FrontPage.mostBlocks).prefix { form.has("blocks.\($0)") }.map { place in
            FrontWords(
                title: try form.textIfAny("blocks.\(place).title", upTo: 500),
                text: try form.linesIfAny("blocks.\(place).text", upTo: 20_000),
                alt: try form.textIfAny("blocks.\(place).alt", upTo: 1_000),
                linkTitle: try form.textIfAny("blocks.\(place).link_title", upTo: 200))
        }
    }
}
