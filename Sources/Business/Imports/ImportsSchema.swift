import Database

public enum ImportsSchema {
    public static let migrations = [Migration("imports.0001 runs", runs), Migration("imports.0002 fallen rows", fallen)]

    /// Runs from before do not know it; they say none.
    private static let fallen = "ALTER TABLE import_run ADD COLUMN fallen BIGINT NOT NULL DEFAULT 0;"

    /// The index finds those that the desk's home shows.
    private static let runs = """
        CREATE TABLE import_run (
            id UUID NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL,
            file TEXT NOT NULL,
            actor TEXT NOT NULL,
            begun_at BIGINT NOT NULL,
            heard_at BIGINT NOT NULL,
            ended_at BIGINT,
            size BIGINT NOT NULL,
            done BIGINT NOT NULL,
            rows_read BIGINT NOT NULL,
            created BIGINT NOT NULL,
            updated BIGINT NOT NULL,
            unchanged BIGINT NOT NULL,
            refused BIGINT NOT NULL,
            refusals TEXT NOT NULL,
            fault TEXT,
            dismissed_at BIGINT
        );
        CREATE INDEX import_run_to_see ON import_run (begun_at) WHERE dismissed_at IS NULL AND (refused > 0 OR fault IS NOT NULL);
        """
}
