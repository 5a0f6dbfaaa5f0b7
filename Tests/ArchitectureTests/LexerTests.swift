import Testing

@Suite("What the rules read of a file")
struct LexerTests {
    @Test("comments and literals are told from code")
    func code() {
        let source = SwiftSource(
            path: "A.swift",
            text: """
                let a = "import Hidden" // import Remark
                /* import Block /* nested */ still */ let b = 1
                let c = #"a "quoted" \\(word)"#
                let d = matches(of: /"[^"]*"/)
                import Shown
                """)
        #expect(ImportRule.imports(in: source).map(\.module) == ["Shown"])
        #expect(source.literals.map(\.value) == ["import Hidden", #"a "quoted" \(word)"#])
        #expect(source.comments.count == 2)
        #expect(source.code[1].hasSuffix("let b = 1"))
    }

    @Test("a literal's text is what the program sees, and code inside an interpolation is code")
    func literals() {
        let quotes = "\"\"\""
        let source = SwiftSource(
            path: "A.swift",
            text: """
                let sql = \(quotes)
                    SELECT "x"
                      FROM a WHERE b = \\(try! find("inner", in: (c))) \\
                    AND d\\n
                    \(quotes)
                """)
        #expect(source.literals.map(\.value) == ["inner", "SELECT \"x\"\n  FROM a WHERE b = \u{FFFC} AND d\n"])
        #expect(source.literals.map(\.line) == [3, 1])
        #expect(source.lines(containing: "try!").map(\.number) == [3])
    }

    @Test("the table in Package.swift is read as SwiftPM reads it")
    func table() throws {
        let project = try Project.current.get()
        #expect(project.table.rooms.first?.name == "Essentials")
        #expect(project.table["Orders"]?.uses.contains("Inventory") == true)
        #expect(project.table["SQLiteDatabase"]?.libraries.contains("GRDB") == true)
        #expect(project.table["seam"]?.floor == .command)
        #expect(project.room(of: "Sources/Business/Orders/Cart/Cart.swift")?.name == "Orders")
    }
}
