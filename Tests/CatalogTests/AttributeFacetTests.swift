import Essentials
import TestKit
import Testing

@testable import Catalog

@Suite("Narrowing by attributes")
struct AttributeFacetTests {
    private func product(_ title: String, vendor: String = "", _ attributes: [(String, AttributeValue)], in catalog: TestCatalog)
        async throws
    {
        let attributes = try Attributes(attributes.map { (name: $0.0, value: $0.1) })
        try await catalog.create(
            ProductDraft(
                title: title, vendor: vendor, attributes: attributes, variants: [VariantDraft(prices: [catalog.list.id: dollars("5")])]))
    }

    @Test("a list is narrowed to what is so: texts as they are written, whole numbers, yes and no", arguments: TestDatabase.all)
    func narrowing(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            try await product("Oak 4", [("material", .text("Oak")), ("size", .number(4)), ("oiled", .boolean(true))], in: catalog)
            try await product("Oak 42", [("material", .text("oak")), ("size", .number(42)), ("oiled", .boolean(false))], in: catalog)
            try await product("Ash", [("material", .text("Ash \"100%\"_, really")), ("size", .number(4))], in: catalog)
            try await product("Sly", [("a", .text(",\"material\":\"Oak\",")), ("material", .text("Pine"))], in: catalog)
            let cases: [([AttributeChoice], [String])] = [
                ([AttributeChoice(name: "material", values: [.text("Oak")])], ["Oak 4"]),
                ([AttributeChoice(name: "size", values: [.number(4)])], ["Ash", "Oak 4"]),
                ([AttributeChoice(name: "oiled", values: [.boolean(false)])], ["Oak 42"]),
                ([AttributeChoice(name: "material", values: [.text("Ash \"100%\"_, really")])], ["Ash"]),
                ([AttributeChoice(name: "material", values: [.text("Oak"), .text("oak"), .text("none")])], ["Oak 4", "Oak 42"]),
                (
                    [
                        AttributeChoice(name: "material", values: [.text("Oak"), .text("Pine")]),
                        AttributeChoice(name: "size", values: [.number(4)]),
                    ],
                    ["Oak 4"]
                ),
                ([AttributeChoice(name: "material", values: [])], []),
            ]
            for (choices, titles) in cases {
                let listing = try await catalog.listing(ProductQuery(attributes: choices, sort: .title))
                #expect(listing.cards.map(\.title.text) == titles)
                #expect(listing.total == titles.count)
            }
        }
    }

    @Test("attributes that tell products apart can be chosen by, each value with what it would leave", arguments: TestDatabase.all)
    func facets(on engine: TestDatabase) async throws {
        try await withCatalog(on: engine) { catalog in
            for number in 1...6 {
                try await product(
                    "Bowl \(number)", vendor: number > 3 ? "Kilta" : "Halla",
                    [
                        ("colour", .text(number.isMultiple(of: 2) ? "White" : "Blue")), ("litres", .number(number > 3 ? 2 : 1)),
                        ("serial", .text("no. \(number)")), ("made in", .text("Finland")),
                    ], in: catalog)
            }
            func facets(_ query: ProductQuery) async throws -> [String: [String]] {
                let found = try await catalog.read { try AttributeFacet.find(for: query, on: catalog.list.id, in: $0) }
                return Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.choices.map { "\($0.value) \($0.count)" }) })
            }
            // What is the same for all, or another for each, tells nothing.
            #expect(try await facets(ProductQuery()) == ["colour": ["Blue 3", "White 3"], "litres": ["1 3", "2 3"]])
            let white = AttributeChoice(name: "colour", values: [.text("White")])
            #expect(try await facets(ProductQuery(attributes: [white])) == ["colour": ["Blue 3", "White 3"], "litres": ["1 1", "2 2"]])
            #expect(try await facets(ProductQuery(vendors: ["Halla"])) == ["colour": ["Blue 2", "White 1"]])
            #expect(try await facets(ProductQuery(vendors: ["nobody"])) == [:])
        }
    }
}
