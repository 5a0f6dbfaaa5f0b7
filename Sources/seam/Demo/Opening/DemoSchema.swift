import Database

enum DemoSchema {
    static let migrations = [Migration("demo.0001 mark", mark)]

    /// Empty in every shop but the demo's.
    private static let mark = """
        CREATE TABLE demo_mark (
            filled_at BIGINT NOT NULL PRIMARY KEY
        );
        """
}
