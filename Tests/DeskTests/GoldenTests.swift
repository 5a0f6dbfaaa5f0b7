import Foundation
import TestKit
import TestShop
import Testing
import Web

@testable import Desk

/// Renew the golden files with `SEAM_RENEW_GOLDEN=1 swift test --filter DeskTests.GoldenTests`, and read the difference
/// before it is committed.
@Suite("pages of the back office")
struct GoldenTests {
    private static let folder = ProjectFolder.root.appending(path: "Tests/DeskTests/Golden")
    private static let isRenewing = ProcessInfo.processInfo.environment["SEAM_RENEW_GOLDEN"] != nil

    @Test("look as it was agreed", arguments: TestDatabase.all)
    func golden(on engine: TestDatabase) async throws {
        let templates = try deskTemplates()
        try await withShop(on: engine) { shop in
            let desk = try await FilledDesk(shop)
            let pages = try await shop.database.read { snapshot in
                [
                    ("Home", String(buffer: try templates.render(HomePage(desk.visit(), in: snapshot)))),
                    ("Why", String(buffer: try templates.render(WhyPage(desk.visit(), desk.lamp, in: snapshot)))),
                    ("Order", String(buffer: try templates.render(OrderPage(desk.visit(), desk.order, in: snapshot)))),
                ]
            }
            for (name, html) in pages {
                let file = Self.folder.appending(path: name + ".html")
                if Self.isRenewing { try html.write(to: file, atomically: true, encoding: .utf8) }
                let agreed = try? String(contentsOf: file, encoding: .utf8)
                #expect(html == agreed, "\(name).html differs from the page; see how to renew it above this test")
            }
        }
    }

    @Test("have one main heading, nothing inline, and a label for every field", arguments: TestDatabase.all)
    func semantics(on engine: TestDatabase) async throws {
        let templates = try deskTemplates()
        try await withShop(on: engine) { shop in
            for page in try await FilledDesk(shop).pages() {
                let name = "\(type(of: page))"
                let html = try Self.html(of: page, by: templates)
                #expect(html.matches(of: /<h1/).count == 1, "\(name) has one main heading")
                #expect(!html.contains(/\sstyle=|\son[a-z]+=|<style|<script(?! type="module" src=)/), "\(name) has nothing inline")
                for image in html.matches(of: /<img [^>]*>/) { #expect(image.0.contains("alt="), "\(name): \(image.0)") }
                let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
                #expect(
                    Set(ids).count == ids.count, "\(name) has an id twice: \(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys)"
                )
                for field in html.matches(of: /<(?:input|select|textarea) ([^>]*)>/) where !field.1.contains("type=\"hidden\"") {
                    let isNamed = field.1.contains("aria-label=") || field.1.contains("type=\"checkbox\"")
                    let id = field.1.firstMatch(of: /id="([^"]+)"/)?.1
                    #expect(isNamed || id.map { html.contains("for=\"\($0)\"") } ?? false, "\(name): \(field.0) has no label")
                }
                for described in html.matches(of: /aria-describedby="([^"]+)"/) {
                    #expect(ids.contains(String(described.1)), "\(name): \(described.1) is nowhere")
                }
            }
        }
    }

    private static func html(of page: some Page, by templates: Templates) throws -> String {
        String(buffer: try templates.render(page))
    }
}
