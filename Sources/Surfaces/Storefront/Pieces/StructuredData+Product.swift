import Catalog
import Web

extension StructuredData {
    /// A product and what it is offered for (schema.org/Product, schema.org/Offer).
    /// - Parameter words: its description without markup.
    init(product detail: ProductDetail, _ variants: [Variant], soldOut: Set<Variant.ID>, words: String, in shop: WebShop) {
        let product = detail.product
        let path = "/products/" + product.handle
        let offers = variants.compactMap { variant -> Thing.Value? in
            guard let price = detail.prices[variant.id] else { return nil }
            return .thing(
                Thing(
                    "Offer",
                    [
                        "price": .text(price.amount.plain), "priceCurrency": .text(price.amount.currency.code),
                        "availability": .text("https://schema.org/" + (soldOut.contains(variant.id) ? "OutOfStock" : "InStock")),
                        "url": .text(shop.page(variants.count > 1 ? path + "?variant=\(variant.id)" : path)),
                        "sku": variant.sku.map(Thing.Value.text), "gtin": variant.barcode.map(Thing.Value.text),
                    ]))
        }
        let pictures = detail.media.compactMap { Picture($0, of: "").url }.map { Thing.Value.text(shop.address($0)) }
        self.init(
            Thing(
                "Product", isWhole: true,
                [
                    "name": .text(detail.title.text), "description": words.isEmpty ? nil : .text(words),
                    "image": pictures.isEmpty ? nil : .several(pictures), "url": .text(shop.page(path)),
                    "brand": product.vendor.isEmpty ? nil : .thing(Thing("Brand", ["name": .text(product.vendor)])),
                    "sku": (variants.count == 1 ? variants[0].sku : nil).map(Thing.Value.text),
                    "gtin": (variants.count == 1 ? variants[0].barcode : nil).map(Thing.Value.text), "offers": .several(offers),
                ]))
    }

    /// The way to a page (schema.org/BreadcrumbList).
    init(_ trail: Trail, path: String, in shop: WebShop) {
        let steps = trail.steps + [Link(title: trail.here, path: path)]
        let items = steps.enumerated().map { index, step in
            Thing.Value.thing(
                Thing(
                    "ListItem",
                    ["position": .number(Double(index + 1)), "name": .text(step.title), "item": .text(shop.page(step.path))]))
        }
        self.init(Thing("BreadcrumbList", isWhole: true, ["itemListElement": .several(items)]))
    }
}
