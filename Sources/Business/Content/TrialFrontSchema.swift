import Database

/// Fronts that somebody wants to look at before they are arranged.
enum TrialFrontSchema {
    static let migrations = [Migration("content.0003 drafts of fronts", frontDrafts)]

    private static let frontDrafts = """
        CREATE TABLE front_draft (
            channel UUID NOT NULL PRIMARY KEY,
            blocks TEXT NOT NULL,
            made_at BIGINT NOT NULL
        );
        """
}
