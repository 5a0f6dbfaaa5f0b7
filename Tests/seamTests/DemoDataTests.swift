import Catalog
import Essentials
import Foundation
import TestKit
import TestShop
import Testing
import Web

@testable import seam

@Suite("What the demo shop sells, as it is written down")
struct DemoDataTests {
    @Test("is all there: more than eighty products, and every barcode is one of the retailer's own")
    func numbers() throws {
        let assortment = try DemoAssortment.ours()
        #expect(assortment.products.count >= 80)
        #expect(Set(assortment.products.map(\.department)) == ["table", "kitchen", "home", "pantry"])
        for variant in assortment.variants {
            #expect(GTIN(variant.gtin) != nil && variant.gtin.utf8.count == 13 && variant.gtin.hasPrefix("2"), "\(variant.sku)")
        }
        #expect(Set(assortment.variants.map(\.gtin)).count == assortment.variants.count)
        #expect(Set(assortment.variants.map(\.sku)).count == assortment.variants.count)
    }

    @Test("is said in all six languages: products, collections, stories, the front and what is promised", arguments: languages)
    func translations(into language: String) throws {
        let assortment = try DemoAssortment.ours()
        let words = try #require(assortment.words[language])
        for product in assortment.products {
            let said = try #require(product.translations[language], "\(product.handle)")
            #expect(said.title?.isEmpty == false, "\(product.handle)")
            #expect(said.text?.filter { !$0.isEmpty }.count == product.text.count, "\(product.handle)")
            let missing = product.words.filter { words[$0] == nil && said.words?[$0] == nil }
            #expect(missing == [], "\(product.handle)")
        }
        for collection in assortment.collections {
            let said = collection.translations[language]
            #expect(said?.title?.isEmpty == false && said?.text?.isEmpty == false, "\(collection.handle)")
        }
        for story in assortment.stories {
            let said = story.translations[language]
            #expect(said?.title?.isEmpty == false && said?.lede?.isEmpty == false, "\(story.handle)")
            #expect(said?.body?.count == story.body.count, "\(story.handle)")
        }
        for block in assortment.front {
            let said = block.translations?[language]
            for (original, translated) in [(block.title, said?.title), (block.text, said?.text), (block.link?.title, said?.link)] {
                #expect((original == nil) == (translated == nil), "\(block.title ?? "")")
            }
            let known = Set(block.pictures?.map(\.name) ?? [])
            #expect(Set((said?.alts ?? [:]).keys) == known, "\(block.title ?? "")")
        }
        let promises = assortment.guide.translations?[language]
        #expect(promises?.deliveryWords?.isEmpty == false && promises?.shopWords?.isEmpty == false)
    }

    /// Besides English, in which it is written.
    private static let languages = ["fi", "ja", "ko", "ru", "zh"]

    @Test("shows only pictures that are there, and says of each what it shows")
    func pictures() throws {
        let assortment = try DemoAssortment.ours()
        let assets = try Assets(ProjectFolder.root.appending(path: "Public").path)
        for product in assortment.products {
            #expect(product.pictures.allSatisfy { !$0.alt.isEmpty }, "\(product.handle)")
            for picture in assortment.pictures.media(of: product.pictures) {
                #expect(assets.address(String(picture.url.dropFirst("/assets/".count))).contains("?v="), "\(picture.url)")
            }
        }
    }

    @Test("takes the next picture where one is still to be rendered, and none where there is no other")
    func fallback() throws {
        try withFolder { folder in
            try folder.write("Public/demo/mug-moss-800.webp", "")
            let pictures = DemoPictures(in: try folder.resources)
            let named = [DemoPicture(name: "mug-fog", alt: "A grey mug"), DemoPicture(name: "mug-moss", alt: "A green mug")]
            #expect(pictures.media(of: named).map(\.url) == ["/assets/demo/mug-moss-800.webp"])
            #expect(pictures.media(of: [named[0]]).isEmpty)
            #expect(pictures.address(of: "mug-fog") == nil)
        }
    }

    @Test(
        "is refused in one sentence that names the file and the field",
        arguments: [
            ("\"price\": 2400", "\"price\": \"a lot\"", "“variants[0].price” should be a whole number."),
            ("\"title\": \"Mug\",", "", "“title” is missing."),
            ("2004710010012", "2004710010013", "“variants[0].gtin” is “2004710010013”, which is no GTIN-13 from 20 to 29."),
            ("\"active\"", "\"asleep\"", "“status” is not one of the values that may stand here."),
            ("\"Fog\"", "", "“variants[0].options” does not answer every option."),
            ("{", "", "it is no JSON."),
        ])
    func faults(replacing text: String, by other: String, says sentence: String) throws {
        try withFolder { folder in
            try folder.write("Demo/assortment/products.json", "[\"mug\"]")
            for name in ["collections", "stories", "front"] { try folder.write("Demo/assortment/\(name).json", "[]") }
            try folder.write(
                "Demo/assortment/guide.json", #"{"menu": [], "delivery": {"from": 1, "to": 2}, "deliveryWords": "", "shopWords": ""}"#)
            try folder.write("Demo/assortment/products/mug.json", Self.mug)
            #expect(try DemoAssortment(from: DemoFolder(in: folder.resources)).products.map(\.handle) == ["mug"])

            let spoiled = Self.mug.replacing(text, with: other, maxReplacements: 1)
            try folder.write("Demo/assortment/products/mug.json", spoiled)
            let fault = #expect(throws: DemoFault.self) { try DemoAssortment(from: DemoFolder(in: folder.resources)) }
            #expect(fault?.message == "Demo/assortment/products/mug.json: \(sentence)")
        }
    }

    private static let mug = """
        {"handle": "mug", "title": "Mug", "vendor": "Halla", "type": "Tableware", "department": "table", "status": "active",
         "tags": [], "text": ["Holds coffee."], "attributes": {"Height (mm)": 90, "Care": "None", "Light": true}, "options": ["Glaze"],
         "variants": [{"sku": "MUG", "gtin": "2004710010012", "options": ["Fog"], "grams": 380, "price": 2400, "stock": {"W1": 4}}],
         "pictures": [], "translations": {}}
        """

    private func withFolder(_ body: (ResourceFolder) throws -> Void) throws {
        let folder = ResourceFolder()
        defer { try? FileManager.default.removeItem(at: folder.root) }
        try ["Templates", "Public"].forEach(folder.make)
        try body(folder)
    }
}

/// A folder like the one beside the program, with what a test puts there.
private struct ResourceFolder {
    let root = FileManager.default.temporaryDirectory.appending(path: "seam-demo-\(UUID())")

    var resources: Resources {
        get throws { try #require(Resources(at: root)) }
    }

    func make(_ name: String) throws {
        try FileManager.default.createDirectory(at: root.appending(path: name), withIntermediateDirectories: true)
    }

    func write(_ name: String, _ text: String) throws {
        let file = root.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
}

extension DemoAssortment {
    /// The one that Seam comes with.
    static func ours() throws -> DemoAssortment {
        try DemoAssortment(from: DemoFolder(in: #require(Resources(at: ProjectFolder.root))))
    }
}
