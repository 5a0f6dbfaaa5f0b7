import Database

/// The tables of stories.
enum StorySchema {
    static let migrations = [Migration("content.0002 stories", stories, clustered: ["story_product", "story_translation"])]

    /// `body` is JSON. Indexes: the list of stories, newest first, and the stories that a product's page links to. A product
    /// is another slice's: it is archived, never deleted, so an id that was there stays good.
    private static let stories = """
        CREATE TABLE story (
            id UUID NOT NULL PRIMARY KEY,
            handle TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            title TEXT NOT NULL,
            lede TEXT NOT NULL,
            body TEXT NOT NULL,
            image TEXT,
            image_alt TEXT NOT NULL,
            serves SMALLINT,
            minutes SMALLINT,
            version BIGINT NOT NULL,
            created_at BIGINT NOT NULL,
            updated_at BIGINT NOT NULL,
            archived_at BIGINT
        );
        CREATE INDEX story_created ON story (created_at, id);
        CREATE TABLE story_product (
            story UUID NOT NULL REFERENCES story (id),
            position SMALLINT NOT NULL,
            product UUID NOT NULL,
            PRIMARY KEY (story, position)
        );
        CREATE INDEX story_product_product ON story_product (product, story);
        CREATE TABLE story_translation (
            story UUID NOT NULL REFERENCES story (id),
            language TEXT NOT NULL,
            title TEXT,
            lede TEXT,
            body TEXT,
            updated_at BIGINT NOT NULL,
            PRIMARY KEY (story, language)
        );
        """
}
