import Testing

@Suite("Every file")
struct FileTests {
    @Test("has at most 300 lines")
    func length() throws {
        let project = try Project.current.get()
        let files = try project.files(in: ["Sources", "Tests", "Public"], ending: ["swift", "css", "js", "py", "mustache", "html"])
        #expect(files.count > 10)
        expectNone(try files.compactMap { LengthRule.finding(path: $0, text: try project.text($0)) })
    }

    @Test("with 301 lines is found, with 300 it is not")
    func longFile() {
        #expect(LengthRule.finding(path: "A.swift", text: String(repeating: "line\n", count: 301)) != nil)
        #expect(LengthRule.finding(path: "A.swift", text: String(repeating: "line\n", count: 300) + "one more") != nil)
        #expect(LengthRule.finding(path: "A.swift", text: String(repeating: "line\n", count: 300)) == nil)
    }

    @Test("does without the words that stand for a way of working we do without")
    func words() throws {
        let project = try Project.current.get()
        expectNone(
            project.sources.flatMap { source in
                guard let room = project.room(of: source.path) else { return [Finding]() }
                return WordRule.all.flatMap { $0.findings(in: source, of: room) } + WordRule.findings(besideTheCodeOf: source)
            })
    }

    @Test(
        "of a slice that reads the clock, rolls dice, stops the shop or has an empty name is found",
        arguments: [
            "let now = Date()", "let now = Date.now", "let id = UUID()", "let pick = all.randomElement()", "let n = Int.random(in: 1...6)",
            "let mixed = all.shuffled()", "let home = ProcessInfo.processInfo.environment[name]", "let order = try! find()",
            "let order = value as! Order", "fatalError(reason)", "public static let shared = Catalogue()", "enum StringUtils {}",
            "final class OrderManager {}", "struct PriceHelper {}", "let clock = ContinuousClock()",
        ])
    func forbiddenWord(code: String) {
        let source = Fixture.source(code)
        #expect(WordRule.all.flatMap { $0.findings(in: source, of: Fixture.orders) }.count == 1)
    }

    @Test(
        "may say those words where they mean something else",
        arguments: [
            "// a Date() would lie here", "let text = \"try! this\"", "let pick = all.randomElement(using: &world.random)",
            "let files = FileManager.default",
            "let updated = Date(timeIntervalSince1970: 0)", "let basket = cart as Basket?", "struct CommonCarrier {}",
        ])
    func allowedWord(code: String) {
        let source = Fixture.source(code)
        #expect(WordRule.all.flatMap { $0.findings(in: source, of: Fixture.orders) }.isEmpty)
    }

    @Test("that is named after nothing, or leaves something to do, is found")
    func namesAndNotes() {
        #expect(WordRule.findings(besideTheCodeOf: Fixture.source("", named: "StringUtils.swift")).count == 1)
        #expect(WordRule.findings(besideTheCodeOf: Fixture.source("let a = 1 // TODO: later")).count == 1)
        #expect(WordRule.findings(besideTheCodeOf: Fixture.source("let a = 1 // done", named: "Cart.swift")).isEmpty)
    }

    @Test("of a test waits for what it expects, and never just sleeps")
    func sleeping() throws {
        let project = try Project.current.get()
        let tests = try project.files(in: ["Tests"], ending: ["swift"]).map { SwiftSource(path: $0, text: try project.text($0)) }
        expectNone(tests.flatMap { WordRule.findings(inTest: $0) })
        for nap in ["try await Task.sleep(for: .seconds(1))", "usleep(1_000)", "Thread.sleep(forTimeInterval: 1)"] {
            #expect(WordRule.findings(inTest: SwiftSource(path: "Tests/OrdersTests/CartTests.swift", text: nap)).count == 1)
        }
    }
}
