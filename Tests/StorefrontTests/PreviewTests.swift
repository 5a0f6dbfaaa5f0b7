import Catalog
import Content
import Essentials
import Secrets
import Staff
import TestKit
import TestShop
import Testing

@Suite("Looking at the shop before it changes")
struct PreviewTests {
    @Test("shows a draft of the front to managers, and to nobody else that there is such a page", arguments: TestDatabase.all)
    func drafts(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            let (owner, world, web) = (shop.owner, shop.world, shop.web.id)
            let hasher = PasswordHasher(cost: .worthless)
            var ada = StaffDraft(name: "Ada", email: "ada@example.com", grants: [Grant(role: .manager, location: nil)])
            ada.password = try await hasher.hash(password: "a horse of course", world: world)
            let hired = ada
            try await shop.write { _ = try createStaffMember(hired, by: owner, in: $0, world: world) }
            let session = try await signIn(
                name: "ada@example.com", password: "a horse of course", on: shop.database, hasher: hasher, world: world)
            try await shop.write {
                try draftFront(of: web, blocks: [FrontBlock(.hero, title: "Soon")], by: owner, in: $0, world: world)
            }
            let visitor = front.visitor()
            #expect(try await visitor.get("/preview/-?draft=1").status == 404)
            visitor.carry("desk", session.token.text)
            let draft = try await visitor.get("/preview/-?draft=1")
            #expect(draft.body.contains("<h1>Soon</h1>"))
            #expect(draft.header("content-security-policy")?.contains("frame-ancestors 'self'") == true)
            #expect(try await !visitor.get("/preview/-").body.contains("Soon"))
            #expect(try await !visitor.get("/").body.contains("Soon"))

            // From page to page it stays what somebody looks at, and a story is seen before shoppers read it.
            _ = try await shop.product("Lamp", stock: 3)
            try await shop.write {
                _ = try createStory(StoryDraft(title: "How it is lit", isPublished: false), by: owner, in: $0, world: world)
            }
            let list = try await visitor.get("/preview/-/search").body
            #expect(list.contains("href=\"/preview/-/products/lamp\"") && list.contains("\"/assets/css/shop.css"))
            #expect(try await visitor.get("/preview/-/products/lamp").body.contains("<h1>Lamp</h1>"))
            #expect(try await visitor.get("/preview/-/stories/how-it-is-lit").body.contains("<h1>How it is lit</h1>"))
            #expect(try await visitor.get("/stories/how-it-is-lit").status == 404)
            #expect(try await visitor.get("/preview/-/locations").status == 200)
            #expect(try await visitor.get("/preview/-/cart").status == 404)
            #expect(try await front.visitor().get("/preview/-/products/lamp").status == 404)
        }
    }

    @Test("pictures that were handed in are shown for ever, and others are not there", arguments: TestDatabase.all)
    func pictures(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let (owner, world) = (front.shop.owner, front.shop.world)
            let print = try await front.shop.write {
                try keepPicture(StoredPicture.ID(bits: 7), [400: [1, 2, 3]], by: owner, in: $0, world: world)
            }
            let visitor = front.visitor()
            let shown = try await visitor.get(print.address)
            #expect(shown.status == 200)
            #expect(shown.header("content-type") == "image/webp")
            #expect(shown.header("cache-control")?.contains("immutable") == true)
            #expect(try await visitor.get(print.address.replacing("-400", with: "-800")).status == 404)
            #expect(try await visitor.get("/pictures/nothing.webp").status == 404)
        }
    }
}
