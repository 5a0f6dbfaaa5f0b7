import Testing

@Suite("Every room says what it is for")
struct ReadmeTests {
    @Test("a README that is missing or only a heading is found")
    func empty() {
        #expect(ReadmeRule.finding(path: "README.md", text: nil) != nil)
        #expect(ReadmeRule.finding(path: "README.md", text: "# Orders\n\n## Verbs\n") != nil)
        #expect(ReadmeRule.finding(path: "README.md", text: "# Orders\n\nTurns a cart into an order.\n") == nil)
    }
}
