import Database
import TestKit
import Testing

@Suite("A word in a statement")
struct WordTests {
    private enum Mood: String, Storable {
        case well
        case underWay = "under_way"
    }

    @Test("a case stands in the text itself, and anything else is bound")
    func word() {
        let statement: SQL = "SELECT 1 WHERE mood = \(word: Mood.underWay) AND mood <> \(Mood.well)"
        #expect(statement.text == "SELECT 1 WHERE mood = 'under_way' AND mood <> ?")
        #expect(statement.bindings == [.text("well")])
    }

    @Test("rows are found by it", arguments: TestDatabase.all)
    func finding(on engine: TestDatabase) async throws {
        let moods = [
            Migration(
                "moods.0001",
                """
                CREATE TABLE mood (number BIGINT NOT NULL, mood TEXT NOT NULL);
                CREATE INDEX mood_well ON mood (number) WHERE mood = 'well';
                """
            )
        ]
        try await withDatabase(on: engine, moods) { database in
            try await database.write { try $0.run("INSERT INTO mood VALUES (1, \(Mood.well)), (2, \(Mood.underWay)), (3, \(Mood.well))") }
            let well = try await database.read {
                try $0.values("SELECT number FROM mood WHERE mood = \(word: Mood.well) ORDER BY number", as: Int64.self)
            }
            #expect(well == [1, 3])
        }
    }
}
