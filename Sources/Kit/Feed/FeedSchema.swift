import Database

public enum FeedSchema {
    /// Kept in pieces on PostgreSQL.
    public static let facts = PartitionedTable("fact", by: "seq")

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
        Migration(
            "feed.0003 facts in pieces",
            """
            -- PostgreSQL only
            ALTER TABLE fact RENAME TO fact_0;
            ALTER TABLE fact_0 RENAME CONSTRAINT fact_pkey TO fact_0_pkey;
            ALTER INDEX fact_subject RENAME TO fact_0_subject;
            ALTER INDEX fact_order RENAME TO fact_0_order;
            ALTER SEQUENCE fact_seq_seq RENAME TO fact_0_seq_seq;
            CREATE TABLE fact (LIKE fact_0 INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING IDENTITY) PARTITION BY RANGE (seq);
            SELECT setval('fact_seq_seq', last_value, is_called) FROM fact_0_seq_seq;
            ALTER TABLE fact_0 ALTER COLUMN seq DROP IDENTITY;
            DO $$ BEGIN
                EXECUTE format('ALTER TABLE fact ATTACH PARTITION fact_0 FOR VALUES FROM (MINVALUE) TO (%s)',
                    ((SELECT last_value FROM fact_seq_seq) / 10000000 + 1) * 10000000);
            END $$;
            ALTER TABLE fact ADD PRIMARY KEY (seq);
            CREATE INDEX fact_subject ON fact (subject, seq);
            CREATE INDEX fact_order ON fact (xact, seq);
            """),
    ]
}
