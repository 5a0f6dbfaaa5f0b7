import Testing

@Suite("Every room says what it is for")
struct ReadmeTests {
    @Test("in a README that is more than a heading")
    func rooms() throws {
        let project = try Project.current.get()
        expectNone(
            project.table.rooms.compactMap { room in
                let path = room.path + "/README.md"
                return ReadmeRule.finding(path: path, text: try? project.text(path))
            })
    }

    @Test("a README that is missing or only a heading is found")
    func empty() {
        #expect(ReadmeRule.finding(path: "README.md", text: nil) != nil)
        #expect(ReadmeRule.finding(path: "README.md", text: "# Orders\n\n## Verbs\n") != nil)
        #expect(ReadmeRule.finding(path: "README.md", text: "# Orders\n\nTurns a cart into an order.\n") == nil)
    }
}
