import Essentials
import Foundation
import Hummingbird
import Testing

@testable import Web

private struct Line: Shown {
    let title: String
    let note: String?
    static let answers: Answers = ["title": \.title, "note": \.note]
}

private struct BasketPage: Page {
    var title = "Basket"
    var lines: [Line] = []
    var typed = Fields()
    var notices = FieldNotices()
    static let answers: Answers = [
        "title": \.title, "lines": \.lines, "isEmpty": { $0.lines.isEmpty }, "typed": \.typed, "notices": \.notices,
    ]
}

@Suite("pages from templates")
struct TemplateTests {
    private func withTemplates<Result>(_ files: [String: String], _ body: (Templates, String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "templates-\(UInt64.random(in: 0 ... .max))").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for (name, text) in files {
            let file = URL(filePath: folder + "/" + name + ".mustache")
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        return try body(try Templates([folder], rereads: true), folder)
    }

    private static let layout = "<title>{{title}}</title>\n{{$main}}{{/main}}\n"

    @Test("a page is a value in a layout, with partials")
    func layout() throws {
        let files = [
            "Layout": Self.layout,
            "BasketPage": """
            {{<Layout}}
            {{$main}}
            {{#lines}}{{>parts/line}}{{/lines}}{{#isEmpty}}Nothing yet{{/isEmpty}}
            {{/main}}
            {{/Layout}}
            """,
            "parts/line": "<li>{{title}}{{#note}} ({{.}}){{/note}}</li>",
        ]
        try withTemplates(files) { templates, _ in
            let full = String(
                buffer: try templates.render(BasketPage(lines: [Line(title: "Lamp", note: "red"), Line(title: "Bulb", note: nil)])))
            #expect(full.contains("<title>Basket</title>"))
            #expect(full.contains("<li>Lamp (red)</li><li>Bulb</li>"))
            #expect(String(buffer: try templates.render(BasketPage())).contains("Nothing yet"))
        }
    }

    @Test("no text leaves its place, not even a quote that carries an accent")
    func escaping() throws {
        let files = [
            "Layout": Self.layout,
            "BasketPage": "{{<Layout}}{{$main}}{{#lines}}<a title=\"{{title}}\">{{>line}}</a>{{/lines}}{{/main}}{{/Layout}}",
            "line": "{{title}}",
        ]
        try withTemplates(files) { templates, _ in
            let hostile = "\"\u{301} onclick=x <\u{338}script> &\u{200d}amp; '\u{20dd}"
            let html = String(buffer: try templates.render(BasketPage(title: hostile, lines: [Line(title: hostile, note: nil)])))
            let expected = "&quot;\u{301} onclick=x &lt;\u{338}script&gt; &amp;\u{200d}amp; &#39;\u{20dd}"
            #expect(Array(html.utf8).count { $0 == UInt8(ascii: "\"") } == 2)
            #expect(!html.utf8.contains(UInt8(ascii: "'")))
            #expect(html.unicodeScalars.split(separator: "\n").count >= 1)
            #expect(html.contains("<title>" + expected + "</title>"))
        }
    }

    @Test("a refusal stands beside its field, and what was typed stays")
    func forms() throws {
        let files = [
            "BasketPage":
                "{{#notices.general}}[{{.}}]{{/notices.general}}<input value=\"{{typed.email}}\">{{#notices.email}}<p>{{.}}</p>{{/notices.email}}"
        ]
        try withTemplates(files) { templates, _ in
            var page = BasketPage(typed: try Fields(decoding: "email=%3Cb%3E".utf8))
            page.notices = FieldNotices(FormRefusal.missing(field: "email"))
            #expect(String(buffer: try templates.render(page)) == "<input value=\"&lt;b&gt;\"><p>Please fill this in.</p>")
            #expect(String(buffer: try templates.render(BasketPage())) == "<input value=\"\">")
            page.notices = FieldNotices(FormRefusal.malformed)
            #expect(String(buffer: try templates.render(page)).hasPrefix("[The form could not be read.]"))
        }
    }

    @Test("a check finds a tag that no value answers, and a section that no page opened")
    func checking() throws {
        let files = [
            "Layout": "<title>{{titel}}</title>\n{{$main}}{{/main}}",
            "BasketPage": """
            {{<Layout}}
            {{$main}}
            {{#lines}}
              {{title}} {{#last()}}!{{/last()}} {{#note}}{{.}}{{/note}} {{lines.count}} {{typed.anything}} {{>missing}}
              {{#note}}{{colour}}{{/note}}
            {{/lines}}
            {{^isEmpty}}{{uppercased(title)}}{{/isEmpty}}
            {{! a comment }}
            {{/main}}
            {{/Layout}}
            """,
        ]
        try withTemplates(files) { templates, _ in
            let empty = try templates.check([BasketPage()])
            #expect(empty.unanswered == ["Layout {{titel}}"])
            #expect(empty.untried == ["BasketPage:3 {{#lines}}", "BasketPage:7 {{^isEmpty}}"])
            let full = try templates.check([BasketPage(), BasketPage(lines: [Line(title: "Lamp", note: "red")])])
            #expect(
                full.unanswered == [
                    "Layout {{titel}}", "BasketPage {{lines.count}}", "BasketPage:4 {{>missing}}", "BasketPage {{colour}}",
                ])
            #expect(full.untried.isEmpty)
        }
    }

    @Test("tags of somebody else's templates that none of our own asks for are named with their lines")
    func strange() throws {
        let own = ["BasketPage": "{{>Foot}}{{#lines}}{{title.words}}{{/lines}}", "Foot": "{{title}}"]
        let other = [
            "BasketPage": own["BasketPage"] ?? "",
            "Foot":
                "{{#lines}}{{words}} {{.}} {{#last()}}!{{/last()}}\n{{#colour}}x{{/colour}}{{/lines}}\n{{>Feet}}{{! note }}\n{{vendr.name}}",
        ]
        try withTemplates(own) { own, _ in
            #expect(own.strangeTags(beside: own).isEmpty)
            try withTemplates(other) { other, _ in
                #expect(
                    other.strangeTags(beside: own).map(\.place)
                        == ["Foot.mustache:2 {{#colour}}", "Foot.mustache:3 {{>Feet}}", "Foot.mustache:4 {{vendr.name}}"])
            }
        }
    }

    @Test("templates that cannot be read say where")
    func faults() throws {
        #expect(throws: TemplateFault.noFolder("/nowhere")) { try Templates(["/nowhere"]) }
        _ = try withTemplates(["Other": "x"]) { templates, _ in
            #expect(throws: TemplateFault.noTemplate("BasketPage")) { try templates.render(BasketPage()) }
        }
        let fault = #expect(throws: TemplateFault.self) { try withTemplates(["BasketPage": "a\n{{#lines}}\n"]) { _, _ in } }
        guard case .malformed("BasketPage.mustache", _, _) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
    }

    @Test("while developing, a changed template is read again")
    func rereading() throws {
        try withTemplates(["BasketPage": "one"]) { templates, folder in
            #expect(String(buffer: try templates.render(BasketPage())) == "one")
            try "two".write(toFile: folder + "/BasketPage.mustache", atomically: true, encoding: .utf8)
            #expect(String(buffer: try templates.render(BasketPage())) == "two")
        }
    }
}
