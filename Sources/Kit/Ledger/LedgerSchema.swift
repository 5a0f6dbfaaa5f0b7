import Database

public enum LedgerSchema {
    /// Kept in pieces on PostgreSQL.
    public static let entries = PartitionedTable("entry", by: "id")

    public static let migrations = [
        Migration(
            "ledger.0001 accounts, entries, holds",
            """
            CREATE TABLE account (
                id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                book SMALLINT NOT NULL,
                item UUID NOT NULL,
                state SMALLINT NOT NULL,
                place UUID NOT NULL,
                pool UUID NOT NULL,
                lot TEXT NOT NULL,
                balance BIGINT NOT NULL,
                held BIGINT NOT NULL,
                floor BIGINT,
                UNIQUE (book, item, state, place, pool, lot),
                CHECK (held >= 0),
                CHECK (floor IS NULL OR balance - held >= floor)
            );
            CREATE TABLE entry (
                id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                at BIGINT NOT NULL,
                source BIGINT NOT NULL,
                target BIGINT NOT NULL,
                quantity BIGINT NOT NULL,
                document UUID NOT NULL,
                reason TEXT NOT NULL,
                actor TEXT NOT NULL,
                channel UUID,
                CHECK (quantity > 0),
                CHECK (source <> target)
            );
            CREATE INDEX entry_source ON entry (source, id);
            CREATE INDEX entry_target ON entry (target, id);
            CREATE TABLE hold (
                id UUID NOT NULL PRIMARY KEY,
                source BIGINT NOT NULL,
                target BIGINT NOT NULL,
                quantity BIGINT NOT NULL,
                remaining BIGINT NOT NULL,
                captured BIGINT NOT NULL,
                expires_at BIGINT NOT NULL,
                document UUID NOT NULL,
                CHECK (remaining >= 0 AND captured >= 0 AND remaining + captured <= quantity)
            );
            CREATE INDEX hold_open ON hold (expires_at) WHERE remaining > 0;
            """,
            clustered: ["hold"]),
        Migration(
            "ledger.0002 entries in pieces, accounts with room to change",
            """
            -- PostgreSQL only
            ALTER TABLE entry RENAME TO entry_0;
            ALTER TABLE entry_0 RENAME CONSTRAINT entry_pkey TO entry_0_pkey;
            ALTER INDEX entry_source RENAME TO entry_0_source;
            ALTER INDEX entry_target RENAME TO entry_0_target;
            ALTER SEQUENCE entry_id_seq RENAME TO entry_0_id_seq;
            CREATE TABLE entry (LIKE entry_0 INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING IDENTITY) PARTITION BY RANGE (id);
            SELECT setval('entry_id_seq', last_value, is_called) FROM entry_0_id_seq;
            ALTER TABLE entry_0 ALTER COLUMN id DROP IDENTITY;
            DO $$ BEGIN
                EXECUTE format('ALTER TABLE entry ATTACH PARTITION entry_0 FOR VALUES FROM (MINVALUE) TO (%s)',
                    ((SELECT last_value FROM entry_id_seq) / 10000000 + 1) * 10000000);
            END $$;
            ALTER TABLE entry ADD PRIMARY KEY (id);
            CREATE INDEX entry_source ON entry (source, id);
            CREATE INDEX entry_target ON entry (target, id);
            -- A balance that changes finds room on its page, so that no index is written.
            ALTER TABLE account SET (fillfactor = 80);
            ALTER TABLE hold SET (fillfactor = 80);
            """),
    ]
}
