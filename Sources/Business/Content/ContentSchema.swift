import Database

public enum ContentSchema {
    public static let migrations =
        [Migration("content.0001 front pages", frontPages)] + StorySchema.migrations + TrialFrontSchema.migrations
        + WordsSchema.migrations

    private static let frontPages = """
        CREATE TABLE front_page (
            channel UUID NOT NULL PRIMARY KEY,
            blocks TEXT NOT NULL,
            version BIGINT NOT NULL,
            updated_at BIGINT NOT NULL
        );
        """
}
