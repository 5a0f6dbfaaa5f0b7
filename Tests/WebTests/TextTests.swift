import Essentials
import Foundation
import Testing

@testable import Web

private struct CountPage: Page {
    let total: Int
    var name = "Aino"
    var said: Sentence = "Only \(1_042) left."
    var language = "en"
    var home = ""
    static let answers: Answers = ["total": \.total, "name": \.name, "said": \.said]
}

@Suite("texts in the reader's language")
struct TextTests {
    private static let russian = """
        msgid ""
        msgstr ""
        "Language: ru\\n"

        #: Templates/shop/ListBody.mustache
        msgid "1 product"
        msgid_plural "{{total}} products"
        msgstr[0] "{{total}} товар"
        msgstr[1] "{{total}} товара"
        msgstr[2] "{{total}} товаров"

        msgid "Hello <b>{{name}}</b>"
        msgstr "Привет, "
        "<b>{{name}}</b> <i>& {{{total}}}</i>"

        msgctxt "lowest price"
        msgid "From"
        msgstr "От"

        msgid "Only {1} left."
        msgstr "Осталось: {1}."

        #, fuzzy
        msgid "Not sure"
        msgstr "Не уверен"

        """

    private func withTemplates(_ template: String, _ body: (Templates) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "texts-\(UInt64.random(in: 0 ... .max))").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["templates", "texts"] {
            try FileManager.default.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
        }
        try template.write(toFile: folder + "/templates/CountPage.mustache", atomically: true, encoding: .utf8)
        try Self.russian.write(toFile: folder + "/texts/ru.po", atomically: true, encoding: .utf8)
        try body(try Templates([folder + "/templates"], catalogues: [folder + "/texts"]))
    }

    @Test("a number takes the form that the language has for it")
    func plurals() throws {
        try withTemplates("[[1 product||{{total}} products]]") { (templates: Templates) throws in
            func page(_ total: Int, _ language: String) throws -> String {
                String(buffer: try templates.render(CountPage(total: total, language: language)))
            }
            #expect(try page(1, "en") == "1 product")
            #expect(try page(0, "en") == "0 products")
            #expect(try page(19_406, "en") == "19,406 products")
            #expect(try page(1, "ru") == "1 товар")
            #expect(try page(21, "ru") == "21 товар")
            #expect(try page(3, "ru") == "3 товара")
            #expect(try page(12, "ru") == "12 товаров")
            #expect(try page(5, "ru") == "5 товаров")
            // Nobody wrote French: it is read in English.
            #expect(try page(2, "fr") == "2 products")
        }
    }

    @Test(
        "Russian tells one, few and many apart",
        arguments: [
            PluralForm.one: [1, 21, 121, 1_001], .few: [2, 4, 22, 1_004], .many: [0, 5, 11, 12, 14, 20, 111, 112],
        ])
    func russian(_ form: PluralForm, _ numbers: [Int64]) {
        for number in numbers { #expect(PluralRule("ru").form(of: number) == form, "\(number)") }
    }

    @Test("a translation moves a text's markup and values about, and makes up none")
    func markup() throws {
        try withTemplates("[[Hello <b>{{name}}</b>]] [[From|lowest price]] [[From]] [[Not sure]]") { (templates: Templates) throws in
            let page = try templates.render(CountPage(total: 1, language: "ru"))
            #expect(
                String(buffer: page)
                    == "Привет, <b>Aino</b> &lt;i&gt;&amp; total}&lt;/i&gt; От From Not sure")
        }
    }

    @Test("a sentence says itself in the language of the page that shows it")
    func sentences() throws {
        try withTemplates("{{said}}") { (templates: Templates) throws in
            #expect(String(buffer: try templates.render(CountPage(total: 1))) == "Only 1,042 left.")
            #expect(String(buffer: try templates.render(CountPage(total: 1, language: "ru"))) == "Осталось: 1\u{a0}042.")
            #expect(String(buffer: try templates.render(CountPage(total: 1, said: "Gone <now>.", language: "ru"))) == "Gone &lt;now&gt;.")
        }
    }

    @Test("local links lead to addresses of the page's language, whoever wrote them")
    func links() throws {
        let template = """
            <a class="a" href="/">x</a><a href="/fish">x</a><a href="/fi/cart">x</a><a href="//elsewhere">x</a><a href="https://a/b">x</a>
            <form action="/cart"><form action="/language"><use href="/assets/icons.svg"/><link rel="alternate" href="/ja/">
            """
        try withTemplates(template) { (templates: Templates) throws in
            let page = String(buffer: try templates.render(CountPage(total: 1, home: "/fi")))
            #expect(
                page == """
                    <a class="a" href="/fi/">x</a><a href="/fi/fish">x</a><a href="/fi/cart">x</a><a href="//elsewhere">x</a>\
                    <a href="https://a/b">x</a>
                    <form action="/fi/cart"><form action="/language"><use href="/assets/icons.svg"/><link rel="alternate" href="/ja/">
                    """)
        }
    }

    @Test("a catalogue is read as it is written")
    func catalogues() throws {
        let entries = [
            PortableObject.Entry(note: nil, text: "Say \"yes\"\n", plural: nil, forms: ["Да"], places: ["a", "b"]),
            PortableObject.Entry(note: "of a shop", text: "1 a", plural: "{n} a", forms: ["x", "y", "z"]),
        ]
        let written = PortableObject(entries).written(in: "ru")
        #expect(try PortableObject(reading: written, named: "ru.po").entries == entries)
        #expect(throws: TextFault.malformed("x.po", line: 2)) { try PortableObject(reading: "msgid \"a\"\nmsgfoo \"b\"", named: "x.po") }
    }
}
