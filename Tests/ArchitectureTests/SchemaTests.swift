import Testing

@Suite("Steps of the schema are only ever appended")
struct SchemaTests {
    private static let source = Fixture.source(
        #"""
        let migrations = [Migration("orders.0001 carts", "CREATE TABLE cart (id UUID)"), Migration("orders.0002 lines", lines)]
        let lines = "CREATE TABLE line (id UUID)"
        """#,
        named: "OrdersSchema.swift")
    private static let steps = SchemaSteps(sources: [source])

    @Test("those that have shipped are remembered, and stay as they are")
    func shipped() throws {
        let project = try Project.current.get()
        let steps = SchemaSteps(sources: project.sources)
        #expect(!steps.steps.isEmpty)
        expectNone(steps.findings(remembering: SchemaSteps(remembered: try project.text(SchemaSteps.file))))
    }

    @Test("a step is known by its name and the fingerprint of its script")
    func reading() {
        #expect(Self.steps.steps.map(\.name) == ["orders.0001 carts", "orders.0002 lines"])
        let remembered = SchemaSteps(remembered: "# a remark\n" + Self.steps.steps.map(\.line).joined(separator: "\n") + "\n")
        #expect(remembered == Self.steps)
        #expect(Self.steps.findings(remembering: remembered).isEmpty)
    }

    @Test("an edited, a lost and a new step are each found, and the message says what to do")
    func changes() {
        let edited = SchemaSteps(remembered: "0000000000000000 orders.0001 carts\n\(Self.steps.steps[1].line)")
        #expect(Self.steps.findings(remembering: edited).map(\.message).first?.contains("was edited") == true)

        let lost = SchemaSteps(remembered: (Self.steps.steps.map(\.line) + ["0000000000000000 orders.0003 demand"]).joined(separator: "\n"))
        #expect(Self.steps.findings(remembering: lost).map(\.message).first?.contains("is gone") == true)

        let new = SchemaSteps(remembered: Self.steps.steps[0].line)
        #expect(Self.steps.findings(remembering: new).map(\.message).first?.hasSuffix(Self.steps.steps[1].line) == true)
    }

    @Test("a number that does not go up is found")
    func order() {
        var turned = Self.steps
        turned.steps.reverse()
        #expect(turned.findings(remembering: turned).count == 1)
    }
}
