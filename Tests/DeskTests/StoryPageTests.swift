import Catalog
import Content
import Database
import Essentials
import Staff
import TestKit
import TestShop
import Testing

@testable import Desk

@Suite("stories in the back office")
struct StoryPageTests {
    /// Sends the story's form as a browser does that chose no picture.
    private func post(_ form: [String: String], by visitor: Visitor, to path: String = "/desk/stories") async throws -> Visitor.Answer {
        try await visitor.post(path, pairs: form.map { ($0, $1) }, files: [.init("picture", named: "", [])])
    }

    @Test("is written, given its products, published, and read in another language", arguments: TestDatabase.all)
    func writing(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            _ = try await office.shop.product("Pan")
            let pan = try #require(try await office.database.read { try Product.find(handle: "pan", in: $0) })
            let typed = [
                "title": "Lettu", "kind": "recipe", "state": "draft", "serves": "4", "minutes": "", "lede": "Thin.",
                "body": "Hot.\n\n- 2 eggs\n- milk\n\n1. Stir\n2. Fry",
            ]
            // A product is added: what was typed stays, and nothing is saved.
            let added = try await post(typed.merging(["do": "add", "product": "pan"]) { $1 }, by: ada)
            #expect(added.status == 200)
            #expect(added.body.contains("name=\"products.0\" value=\"\(pan.id)\"") && added.body.contains("value=\"Lettu\""))
            let unknown = try await post(typed.merging(["do": "add", "product": "pot"]) { $1 }, by: ada)
            #expect(unknown.status == 404 && unknown.body.contains("id=\"product-error\""))

            let saved = try await post(typed.merging(["products.0": "\(pan.id)"]) { $1 }, by: ada)
            let path = try #require(saved.location?.replacing("?said=created", with: ""))
            let story = try #require(try await office.database.read { try Story.page(in: $0).first })
            #expect(path == "/desk/stories/\(story.id)" && !story.isPublished && story.kind == .recipe && story.serves == 4)
            #expect(story.body == [.text("Hot."), .ingredients(["2 eggs", "milk"]), .steps(["Stir", "Fry"])])
            #expect(try await office.database.read { try Story.products(of: story.id, in: $0) } == [pan.id])
            #expect(try await ada.get("/desk/stories?state=draft&search=lettu").body.contains(path))
            #expect(try await ada.get("/desk/stories?state=published").body.contains("No story is like this."))

            let again = typed.merging(["version": "1", "state": "published", "title": "Lettu, thin"]) { $1 }
            #expect(try await post(again, by: ada, to: path).status == 303)
            let late = try await post(again.merging(["title": "Mine"]) { $1 }, by: ada, to: path)
            #expect(late.status == 409 && late.body.contains("Somebody else saved this story") && late.body.contains("Lettu, thin"))
            #expect(try await office.database.read { try StoryDetail.find(handle: "lettu", in: $0) }?.story.title == "Lettu, thin")

            _ = try await ada.post(path + "/translations", ["language": "fi", "title": "Lettu", "lede": "", "body": "## Taikina"])
            let finnish = try await office.database.read { try StoryTranslation.of(story.id, in: $0) }["fi"]
            #expect(finnish?.title == "Lettu" && finnish?.lede == nil && finnish?.body == [.heading("Taikina")])
            #expect(try await ada.get(path + "/translations?language=fi").body.contains("## Taikina"))
        }
    }

    @Test("is for managers to write", arguments: TestDatabase.all)
    func roles(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            _ = try await office.visitor("Ada")
            let bo = try await office.visitor("Bo", [Grant(role: .associate, location: nil)])
            #expect(try await post(["title": "Mine"], by: bo).status == 403)
            #expect(try await bo.get("/desk/stories").status == 200)
        }
    }

    @Test(
        "as it is typed is what it was",
        arguments: [
            [
                StoryBlock.text("One\nand on"), .heading("Two"), .ingredients(["a", "b"]), .ingredients(["c"]), .steps(["d", "e"]),
                .text("f"),
            ],
            [.text("It costs 5. Or 6."), .text("2020 was dry.")], [],
        ])
    func lines(_ blocks: [StoryBlock]) {
        #expect(StoryLines.read(StoryLines.text(blocks)) == blocks)
    }

    @Test("may be typed loosely")
    func loosely() {
        let blocks = StoryLines.read("#Batter  \r\n* eggs\r\n- milk\n1. Stir\n10. Fry\nEat.\n\n\nSleep.")
        #expect(blocks == [.heading("Batter"), .ingredients(["eggs", "milk"]), .steps(["Stir", "Fry"]), .text("Eat."), .text("Sleep.")])
    }
}
