import Foundation
import TestKit
import TestShop
import Testing
import Web

@testable import Storefront

/// Renew the golden files with `SEAM_RENEW_GOLDEN=1 swift test --filter StorefrontTests.PageTests`, and read the difference
/// before it is committed.
@Suite("Pages and their templates")
struct PageTests {
    private static let folder = ProjectFolder.root.appending(path: "Tests/StorefrontTests/Golden")
    private static let isRenewing = ProcessInfo.processInfo.environment["SEAM_RENEW_GOLDEN"] == "1"

    @Test("every page looks as it was agreed", arguments: (SamplePages.all + SamplePages.pieces).map(\.name))
    func golden(_ name: String) throws {
        let page = try #require((SamplePages.all + SamplePages.pieces).first { $0.name == name }?.page)
        let templates = try Templates([ShopTemplates.folder])
        let html = try render(page, by: templates)
        let file = Self.folder.appending(path: name + ".html")
        if Self.isRenewing { try html.write(to: file, atomically: true, encoding: .utf8) }
        let agreed = try? String(contentsOf: file, encoding: .utf8)
        #expect(html == agreed, "\(name).html differs from the page; see how to renew it above this test")
    }

    @Test("no golden file is left of a page that is gone")
    func leftovers() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".html") }
        #expect(Set(files) == Set((SamplePages.all + SamplePages.pieces).map { $0.name + ".html" }))
    }

    @Test("every tag of every template is answered, and every section is shown by some page")
    func tags() throws {
        let report = try Templates([ShopTemplates.folder]).check(
            (SamplePages.all + SamplePages.pieces).map(\.page) + [CornerPage(0), CornerPage(1), CornerPage(2)])
        #expect(report.unanswered == [])
        #expect(report.untried == [])
    }

    @Test("a page asks for all of its scripts at once, not for each when another one names it")
    func scripts() throws {
        let folder = ProjectFolder.root.appending(path: "Public/js/shop")
        let modules = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".js") && $0 != "shop.js" }
        let layout = try String(contentsOf: ProjectFolder.root.appending(path: "Templates/shop/Layout.mustache"), encoding: .utf8)
        let links = layout.matches(of: /rel="modulepreload" fetchpriority="low" href="\/assets\/js\/shop\/([a-z]+\.js)"/)
        #expect(links.map { String($0.1) } == modules.sorted())
    }

    @Test("what the values of the shop answer, its own templates ask: a theme's other tags get no answer")
    func asked() throws {
        let sources = ProjectFolder.root.appending(path: "Sources/Surfaces/Storefront")
        let files = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
        var names: Set<Substring> = []
        for file in files ?? [] {
            names.formUnion(Self.answered(in: try String(contentsOf: sources.appending(path: file), encoding: .utf8)))
        }
        #expect(names.contains("frame") && names.contains("tiles"))
        try withFolder { theme in
            let tags = names.sorted().map { "{{\($0)}}" }.joined(separator: "\n")
            try tags.write(toFile: theme + "/Foot.mustache", atomically: true, encoding: .utf8)
            let strange = try Templates([ShopTemplates.folder, theme]).strangeTags(beside: try Templates([ShopTemplates.folder]))
            #expect(strange.map(\.place) == [], "answers that nobody asks for")
        }
    }

    /// The names in the lists of answers of a file, as `"name":` stands in them, not in what they compute.
    private static func answered(in text: String) -> [Substring] {
        text.split(separator: "answers: Answers = [").dropFirst().flatMap { rest -> [Substring] in
            var depth = 1
            let list = rest.prefix { character in
                depth += "([{".contains(character) ? 1 : ")]}".contains(character) ? -1 : 0
                return depth > 0
            }
            depth = 0
            let outside = list.filter { character in
                if "([{".contains(character) { depth += 1 }
                defer { if ")]}".contains(character) { depth -= 1 } }
                return depth == 0
            }
            return outside.matches(of: /"(\w+)":/).map { Substring(String($0.1)) }
        }
    }

    @Test("no page has a script or a style of its own, and every picture, field and button says what it is")
    func semantics() throws {
        let templates = try Templates([ShopTemplates.folder])
        for (name, page) in SamplePages.all {
            let html = try render(page, by: templates)
            #expect(html.matches(of: /<h1/).count == 1, "\(name) has one main heading")
            #expect(
                !html.contains(/\sstyle=|\son[a-z]+=|<style|<script(?! type="module" src=| type="application\/ld\+json")/),
                "\(name) has nothing inline")
            for image in html.matches(of: /<img [^>]*>/) { #expect(image.0.contains("alt="), "\(name): \(image.0)") }
            for field in html.matches(of: /<(?:input|select) ([^>]*)>/) where !field.1.contains("type=\"hidden\"") {
                let isChoice = field.1.contains("type=\"checkbox\"") || field.1.contains("type=\"radio\"")
                guard !isChoice, let id = field.1.firstMatch(of: /id="([^"]+)"/)?.1 else {
                    #expect(isChoice, "\(name): \(field.0) has no label")
                    continue
                }
                #expect(html.contains("for=\"\(id)\""), "\(name): \(id) has no label")
            }
            let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count, "\(name) has an id twice")
            for described in html.matches(of: /aria-(?:describedby|labelledby)="([^"]+)"/) {
                for id in described.1.split(separator: " ") { #expect(ids.contains(String(id)), "\(name): \(id) is nowhere") }
            }
        }
    }

    private func render(_ page: some Page, by templates: Templates) throws -> String {
        String(buffer: try templates.render(page))
    }
}

/// The corner by itself, to have its tags checked.
private struct CornerPage: Page {
    let corner: CartCorner

    init(_ count: Int) { corner = CartCorner(count: count) }

    static let template = "CartCorner"
    static let answers: Answers = CartCorner.answers.mapValues { answer in { answer($0.corner) } }
}
