import Database

public enum FeedSchema {
    public static let migrations = [
        Migration(
            "feed.0001 facts, followers, timers",
            """
            CREATE TABLE fact (
                seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                at BIGINT NOT NULL,
                topic TEXT NOT NULL,
                version SMALLINT NOT NULL,
                subject UUID NOT NULL,
                body TEXT NOT NULL,
                actor TEXT NOT NULL,
                channel UUID,
                cause BIGINT
            );
            CREATE INDEX fact_subject ON fact (subject, seq);
            CREATE TABLE follower (
                name TEXT NOT NULL PRIMARY KEY,
                cursor BIGINT NOT NULL,
                failures BIGINT NOT NULL,
                error TEXT,
                retry_at BIGINT,
                moved_at BIGINT NOT NULL
            );
            CREATE TABLE feed_epoch (epoch UUID NOT NULL PRIMARY KEY, began_at BIGINT NOT NULL);
            CREATE TABLE timer (
                id UUID NOT NULL PRIMARY KEY,
                kind TEXT NOT NULL,
                subject UUID NOT NULL,
                due BIGINT NOT NULL,
                attempts BIGINT NOT NULL,
                leased_until BIGINT,
                error TEXT,
                UNIQUE (kind, subject)
            );
            CREATE INDEX timer_due ON timer (due);
            """,
            clustered: ["timer"]),
        Migration(
            "feed.0002 the order of many writers, followers of many nodes",
            """
            -- PostgreSQL only
            ALTER TABLE fact ADD COLUMN xact BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text::bigint);
            CREATE INDEX fact_order ON fact (xact, seq);
            -- both
            ALTER TABLE follower ADD COLUMN xact BIGINT NOT NULL DEFAULT 0;
            ALTER TABLE follower ADD COLUMN node TEXT;
            ALTER TABLE follower ADD COLUMN leased_until BIGINT;
            """),
    ]
}
