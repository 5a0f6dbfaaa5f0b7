import Database

public enum LedgerSchema {
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
            clustered: ["hold"])
    ]
}
