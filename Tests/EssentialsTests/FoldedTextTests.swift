import Essentials
import Foundation
import Testing

@Suite("Text as people look for it")
struct FoldedTextTests {
    @Test(
        "case, accents, width, ligatures and punctuation make no difference",
        arguments: [
            ("Émile's  Café-Tisch", "emile s cafe tisch"), ("  Zoë  ÅSE ", "zoe ase"), ("STRASSE", "strasse"), ("Straße", "strasse"),
            ("Ｈｅｌｌｏ　１２", "hello 12"), ("ﬁlter №5", "filter no5"), ("Łódź", "lodz"), ("İstanbul", "istanbul"), ("ΟΔΟΣ", "οδοσ"),
            ("οδός", "οδοσ"), ("", ""), (" – ", ""), ("A-12/b", "a 12 b"), ("ﾎﾟﾝﾌﾟ", "ポンプ"),
        ])
    func folds(text: String, key: String) {
        #expect(text.folded == key)
        #expect(key.folded == key)
    }

    @Test("letters that another script tells apart stay apart")
    func keepsLetters() {
        #expect("が".folded != "か".folded)
        #expect("한국".folded == "한국")
        #expect("한국".folded == "한국".decomposedStringWithCanonicalMapping.folded)
    }
}

@Suite("E-mail addresses")
struct EmailAddressTests {
    @Test(
        "an address is trimmed and compared without case",
        arguments: [
            ("  Ada@Example.COM ", "ada@example.com"), ("a.b+c@x-y.example", "a.b+c@x-y.example"), ("anna@müller.de", "anna@müller.de"),
        ])
    func good(written: String, key: String) throws {
        #expect(try #require(EmailAddress(written)).key == key)
    }

    @Test(
        "what cannot be delivered to is none",
        arguments: [
            "", "ada", "ada@", "@example.com", "ada@example", "a b@example.com", "a@b@example.com", "a@-x.example", "a@x..example",
            "a@x.example,b@y.example",
        ])
    func bad(written: String) {
        #expect(EmailAddress(written) == nil)
    }
}

private struct Wrong: Refusal, Equatable {
    let code: String
    let field: String?
    var sentence: Sentence { "\(code)!" }
}

@Suite("Saying no to several things at once")
struct RefusalsTests {
    @Test("one thing is thrown as itself, several together, nothing not at all")
    func check() throws {
        try Refusals.check([])
        let name = Wrong(code: "a", field: "name")
        #expect(throws: name) { try Refusals.check([name]) }
        let error = #expect(throws: Refusals.self) { try Refusals.check([name, Wrong(code: "b", field: "city")]) }
        #expect(error?.code == "a")
        #expect(error?.field == "name")
        #expect(error?.parts.map(\.code) == ["a", "b"])
        #expect(name.parts.map(\.code) == ["a"])
    }
}
