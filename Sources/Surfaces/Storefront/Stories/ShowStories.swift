import Hummingbird
import Web

extension Storefront {
    /// `GET /stories`
    @Sendable func showStories(_ request: Request, _ context: SeamContext) async throws -> Response {
        try await tilePage("stories", followsCatalogue: false, to: request, context) { shop, corner, snapshot in
            let page = try StoriesPage.load(frame: shop.frame(cart: corner, path: "/stories"), in: shop, snapshot: snapshot)
            return (page, TileRow(), [PageSubject.stories])
        }
    }

    /// `GET /stories/{handle}`
    @Sendable func showStory(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard let handle = context.parameter("handle") else { throw StorefrontRefusal.noStory }
        return try await tilePage("story " + handle, to: request, context) { shop, corner, snapshot in
            try StoryPage.load(handle: handle, frame: shop.frame(cart: corner, path: "/stories/" + handle), in: shop, snapshot: snapshot)
        }
    }
}
