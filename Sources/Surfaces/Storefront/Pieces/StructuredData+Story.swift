import Content
import Web

extension StructuredData {
    /// A recipe with what goes into it (schema.org/Recipe), or an article (schema.org/Article).
    init(_ detail: StoryDetail, path: String, in shop: WebShop) {
        let story = detail.story
        let isRecipe = story.kind == .recipe
        let picture = story.image.flatMap { Picture($0, of: "").url }.map { Thing.Value.text(shop.address($0)) }
        var ingredients: [Thing.Value] = []
        var steps: [Thing.Value] = []
        for block in detail.body {
            if case .ingredients(let lines) = block { ingredients += lines.map(Thing.Value.text) }
            if case .steps(let lines) = block { steps += lines.map { .thing(Thing("HowToStep", ["text": .text($0)])) } }
        }
        self.init(
            Thing(
                isRecipe ? "Recipe" : "Article", isWhole: true,
                [
                    isRecipe ? "name" : "headline": .text(detail.title.text),
                    "description": detail.lede.text.isEmpty ? nil : .text(detail.lede.text), "image": picture,
                    "url": .text(shop.page(path)), "datePublished": .text(story.createdAt.rfc3339),
                    "author": .thing(Thing("Organization", ["name": .text(shop.channel.name)])),
                    "recipeYield": story.serves.map { .text(String($0)) },
                    // ISO 8601
                    "totalTime": story.minutes.map { .text("PT\($0)M") },
                    "recipeIngredient": ingredients.isEmpty ? nil : .several(ingredients),
                    "recipeInstructions": steps.isEmpty ? nil : .several(steps),
                ]))
    }
}
