import Database

/// What came when stories and shops got pages of the back office: titles to search by, and the menus and promises of shops,
/// these in several languages.
enum WordsSchema {
    static let migrations = [
        Migration("content.0004 titles of stories to search by", titles), Migration("content.0005 guides of shops", guides),
        Migration("content.0006 promises in other languages", promises, clustered: ["shop_guide_translation"]),
    ]

    /// Titles written before are lower-cased only; each is folded when it is next saved.
    private static let titles = """
        ALTER TABLE story ADD COLUMN title_key TEXT NOT NULL DEFAULT '';
        UPDATE story SET title_key = LOWER(title);
        """

    /// `menu` holds handles with spaces between them.
    private static let guides = """
        CREATE TABLE shop_guide (
            channel UUID NOT NULL PRIMARY KEY,
            menu TEXT NOT NULL,
            delivery_from SMALLINT,
            delivery_to SMALLINT,
            delivery_words TEXT NOT NULL,
            shop_words TEXT NOT NULL,
            version BIGINT NOT NULL,
            updated_at BIGINT NOT NULL
        );
        """

    private static let promises = """
        CREATE TABLE shop_guide_translation (
            channel UUID NOT NULL,
            language TEXT NOT NULL,
            delivery_words TEXT,
            shop_words TEXT,
            updated_at BIGINT NOT NULL,
            PRIMARY KEY (channel, language)
        );
        """
}
