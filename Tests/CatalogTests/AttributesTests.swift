import Catalog
import Testing

@Suite("Attributes")
struct AttributesTests {
    @Test("texts, numbers and booleans are read from JSON and sorted by name")
    func read() throws {
        let attributes = try Attributes(
            json: #" { "b" : 7.50, "a":"x\"y\\\u00e9\ud83d\ude00\n" , "d":false,"c":null, "e": -3e2, "f":true }"#)
        #expect(attributes.all.map(\.name) == ["a", "b", "d", "e", "f"])
        #expect(attributes["a"] == .text("x\"y\\é😀\n"))
        #expect(attributes["b"] == .number(7.5))
        #expect(attributes["d"] == .boolean(false))
        #expect(attributes["e"] == .number(-300))
        #expect(attributes["c"] == nil)
        #expect(try Attributes(json: attributes.json) == attributes)
    }

    @Test("equal attributes are equal, whatever order and spaces they came in")
    func canonical() throws {
        #expect(try Attributes(json: #"{"a": 1.0, "b": "x"}"#) == Attributes(json: #"{"b":"x","a":1}"#))
        #expect(try Attributes(json: "{ }") == .none)
        #expect(try Attributes(json: "") == .none)
    }

    @Test(
        "anything else is refused",
        arguments: [
            "[]", "{", #"{"a"}"#, #"{"a":1,}"#, #"{"a":[1]}"#, #"{"a":{"b":1}}"#, #"{"a":1} x"#, #"{"a":1,"a":2}"#, #"{"":1}"#,
            #"{"a":"x}"#, #"{"a":tru}"#, #"{"a":1e999}"#, #"{"a":"\ud800"}"#, #"{"a":"\u0000"}"#, #"{"a":1-2}"#, "{\"a\":\"\n\"}",
        ])
    func refused(_ json: String) {
        #expect(throws: CatalogRefusal.self) { try Attributes(json: json) }
    }
}
