import Catalog
import Essentials

/// All that the demo shop sells, how it is arranged, and the stories that it tells about it.
struct DemoAssortment: Sendable {
    /// In the order in which they came in: the last ones stand on the front page.
    let products: [DemoProduct]
    let collections: [DemoCollection]
    let stories: [DemoStory]
    let front: [DemoFrontBlock]
    let guide: DemoGuide
    let pictures: DemoPictures
    /// By language: English → what many products say alike.
    let words: [String: [String: String]]

    /// - Throws: `DemoFault`, one sentence that names the file and the field, when the data is wrong.
    init(from folder: DemoFolder) throws {
        products = try folder.read([String].self, from: "products.json").map { handle in
            let product: DemoProduct = try folder.read(from: "products/\(handle).json")
            try product.check(is: handle)
            return product
        }
        collections = try folder.read(from: "collections.json")
        stories = try folder.read([String].self, from: "stories.json").map { try folder.read(from: "stories/\($0).json") }
        front = try folder.read(from: "front.json")
        guide = try folder.read(from: "guide.json")
        words = Dictionary(
            uniqueKeysWithValues: try folder.names(in: "words").map { ($0, try folder.read(from: "words/\($0).json")) })
        pictures = folder.pictures
        try checkNumbers()
        try checkLinks()
    }

    var variants: [DemoVariant] { products.flatMap(\.variants) }

    /// Nothing is numbered twice.
    private func checkNumbers() throws {
        var seen: Set<String> = []
        for product in products {
            for (index, variant) in product.variants.enumerated() {
                for (field, number) in [("sku", variant.sku), ("gtin", variant.gtin)] where !seen.insert(number).inserted {
                    throw product.fault("variants[\(index)].\(field)", "is “\(number)”, which something else has already.")
                }
            }
        }
    }

    /// What is gathered is there.
    private func checkLinks() throws {
        let handles = Set(products.map(\.handle))
        for collection in collections {
            let place = "Demo/assortment/collections.json"
            guard (collection.rule == nil) != (collection.products == nil) else {
                throw DemoFault(in: place, "“\(collection.handle)” needs either “rule” or “products”.")
            }
            if let stray = collection.products?.first(where: { !handles.contains($0) }) {
                throw DemoFault(in: place, "“products” of “\(collection.handle)” names “\(stray)”, which is no product.")
            }
        }
        for story in stories {
            guard let stray = story.products.first(where: { !handles.contains($0) }) else { continue }
            throw DemoFault(in: "Demo/assortment/stories/\(story.handle).json", "“products” names “\(stray)”, which is no product.")
        }
    }
}

extension DemoProduct {
    func fault(_ field: String, _ words: String) -> DemoFault {
        DemoFault(in: "Demo/assortment/products/\(handle).json", "“\(field)” \(words)")
    }

    /// What one product alone can get wrong.
    fileprivate func check(is name: String) throws {
        guard handle == name else { throw DemoFault(in: "Demo/assortment/products/\(name).json", "“handle” is “\(handle)”.") }
        guard !variants.isEmpty else { throw fault("variants", "is empty.") }
        for (index, variant) in variants.enumerated() {
            let field = "variants[\(index)]"
            guard GTIN(variant.gtin) != nil, variant.gtin.utf8.count == 13, variant.gtin.hasPrefix("2") else {
                throw fault(field + ".gtin", "is “\(variant.gtin)”, which is no GTIN-13 from 20 to 29.")
            }
            guard variant.options.count == options.count else { throw fault(field + ".options", "does not answer every option.") }
            guard variant.price > 0, variant.grams > 0 else { throw fault(field, "weighs or costs nothing.") }
            guard variant.stock.values.allSatisfy({ $0 >= 0 }) else { throw fault(field + ".stock", "has fewer than none somewhere.") }
        }
    }
}
