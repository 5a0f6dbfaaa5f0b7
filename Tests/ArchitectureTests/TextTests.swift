import Foundation
import Testing

@testable import Web

/// `SEAM_RENEW_GOLDEN=1 swift test --filter TextTests` writes new texts into the catalogues and takes out what nobody says
/// any more; what is left to do then is to translate.
@Suite("What people read")
struct TextTests {
    private static let languages = ["en", "fi", "ja", "ko", "ru", "zh"]
    private static let isRenewing = ProcessInfo.processInfo.environment["SEAM_RENEW_GOLDEN"] == "1"

    private func catalogue(_ name: String, _ language: String, in project: Project) throws -> PortableObject {
        let path = "Texts/\(name)/\(language).po"
        return try PortableObject(reading: (try? project.text(path)) ?? "", named: path)
    }

    @Test("is in the catalogues of every language, translated, and nothing else is", arguments: SpokenTexts.all.map(\.name))
    func complete(_ name: String) throws {
        let project = try Project.current.get()
        let said = try #require(SpokenTexts.all.first { $0.name == name }).entries(in: project)
        var findings: [Finding] = []
        for language in Self.languages {
            let path = "Texts/\(name)/\(language).po"
            let kept = try catalogue(name, language, in: project)
            let known = Dictionary(kept.entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
            let due = said.map { entry in
                var entry = entry
                entry.forms = known[entry.key]?.forms ?? []
                return entry
            }
            if Self.isRenewing {
                let folder = project.root.appending(path: "Texts/\(name)")
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try PortableObject(due).written(in: language).write(
                    to: project.root.appending(path: path), atomically: true, encoding: .utf8)
            } else {
                let (needed, there) = (Set(due.map(\.key)), Set(known.keys))
                findings += needed.subtracting(there).map { Finding(path: path, message: "lacks “\($0.text)”: renew the catalogues") }
                findings += there.subtracting(needed).map {
                    Finding(path: path, message: "“\($0.text)” is said nowhere: renew the catalogues")
                }
            }
            guard language != Texts.source else { continue }
            let forms = PluralRule(language).forms.count
            findings += due.filter { $0.forms.count != ($0.plural == nil ? 1 : forms) || $0.forms.contains("") }.map {
                Finding(path: path, message: "“\($0.plural ?? $0.text)” is not translated")
            }
        }
        expectNone(findings)
    }

    @Test("keeps its values and its markup in every language", arguments: SpokenTexts.all.map(\.name))
    func values(_ name: String) throws {
        let project = try Project.current.get()
        for language in Self.languages {
            for entry in try catalogue(name, language, in: project).entries {
                let source = entry.plural ?? entry.text
                for form in entry.forms where !form.isEmpty {
                    // “a minute” may leave the number out, and any form may say it twice.
                    let (given, wanted) = (Set(Self.values(in: form)), Set(Self.values(in: source)))
                    let isFine = entry.plural == nil ? given == wanted : given.isSubset(of: wanted)
                    #expect(isFine, "\(name)/\(language): “\(form)” has other values than “\(source)”")
                }
            }
        }
    }

    private static func values(in text: String) -> [String] {
        TextMarkup.marks(in: text).map(String.init) + text.replacing(/\{\{.*?\}\}/, with: "").matches(of: /\{\w+\}/).map { String($0.0) }
    }

    @Test("in a template stands in [[…]], attributes too")
    func loose() throws {
        let project = try Project.current.get()
        let templates = try project.files(in: ["Templates/shop", "Templates/till", "Templates/desk"], ending: ["mustache"])
        #expect(templates.count > 40)
        for path in templates where !path.contains(/Feed(?:Head|Piece)|Sitemap/) {
            let loose = LooseText.all(in: try project.text(path))
            #expect(loose.isEmpty, "\(path): \(loose)")
        }
    }

    @Test("of a module passes through t")
    func looseInModules() throws {
        let project = try Project.current.get()
        for path in try project.files(in: ["Public/js"], ending: ["js"]) {
            let loose = LooseText.all(inModule: try project.text(path))
            #expect(loose.isEmpty, "\(path): \(loose)")
        }
    }

    @Test("of a surface's Swift is a sentence")
    func looseInSwift() throws {
        let project = try Project.current.get()
        for path in try project.files(in: ["Sources/Surfaces"], ending: ["swift"]) where !path.contains(/StructuredData|ShowSitemap/) {
            let loose = LooseText.all(in: SwiftSource(path: path, text: try project.text(path)))
            #expect(loose.isEmpty, "\(path): \(loose)")
        }
    }

    @Test(
        "outside of the catalogues is found in a module",
        arguments: [
            #"word.say("Copied.")"#, #"element("p", {}, "none here")"#, #"field.title = `Remove ${title}`"#, #"say(t("A"), "Parked")"#,
            #"element("button", { "aria-label": "Close" })"#, #"field.placeholder = 'Find a product'"#,
        ])
    func looseFound(inModule script: String) {
        #expect(!LooseText.all(inModule: script).isEmpty)
    }

    @Test(
        "that is for programs is none",
        arguments: [
            #"word.say(t("Copied."))"#, #"t("1 item", "{n} items", { n })"#, ##"page.querySelector("#found li")"##,
            #"element("p", { class: stock > 0 ? "detail" : "detail none" })"#, #"keys.on("Ctrl Z", undo).on("ArrowDown", next)"#,
            #"if (error.name === "AbortError") throw new Error("the page has no list")"#, "// What is said here\nsay(text) /* Not this */",
        ])
    func looseAllowed(inModule script: String) {
        #expect(LooseText.all(inModule: script).isEmpty)
    }

    @Test("outside of the catalogues is found in Swift")
    func looseFoundInSwift() {
        let source = SwiftSource(
            path: "A.swift",
            text: #"""
                var name: String { isCash ? "Cash" : "by card" }
                var other: Sentence { "Not this one." }
                static let answers: Answers = ["name": \.name, "isMany": { $0.count > 1 }]
                logger.error("numbers of pages")
                """#)
        #expect(LooseText.all(in: source) == ["Cash", "by card"])
    }

    @Test(
        "outside of the catalogues is found",
        arguments: [
            "<p>Hello</p>", "<p>[[Hello]] you</p>", "<input placeholder=\"Find\">", "<img alt=\"A lamp\" src=\"/a\">", "{{#a}}Yes{{/a}}",
            "<a aria-label=\"[[Close]] now\">{{b}}</a>",
        ])
    func looseFound(_ template: String) {
        #expect(!LooseText.all(in: template).isEmpty)
    }

    @Test(
        "may be a value, a sign or a mark of its own",
        arguments: [
            "<p>[[Hello]]</p>", "<p class=\"soft\">{{name}} · {{count}} × …</p>", "<a aria-label=\"[[Close {{name}}]]\">[[Close]]</a>",
            "<input placeholder=\"{{hint}}\" value=\"word\">", "{{! a comment }}{{>Piece}}",
        ])
    func looseAllowed(_ template: String) {
        #expect(LooseText.all(in: template).isEmpty)
    }

    @Test("is found in Swift by where a sentence is made")
    func sentences() {
        let source = SwiftSource(
            path: "A.swift",
            text: #"""
                var code: String { "not.this one" }
                var sentence: Sentence {
                    switch self {
                    case .short(let free): "Only \(free.map { "\($0)" }.joined(separator: ", ")) of \(all) left."
                    case .waiting(let n):
                        Sentence(
                            count: n, one: "Wait a minute.",
                            other: "Wait \(n) minutes.")
                    }
                }
                let other = "and not this"
                throw CatalogRefusal.rule("A rule needs “\(name)”.")
                """#)
        let found = SentenceTexts.all(in: source)
        #expect(found.map(\.text) == ["Only {1} of {2} left.", "Wait a minute.", "A rule needs “{1}”."])
        #expect(found.map(\.many) == [nil, "Wait {1} minutes.", nil])
    }
}
