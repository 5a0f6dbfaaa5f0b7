import Database

public enum InventorySchema {
    public static let migrations = [
        Migration(
            "inventory.0001 documents, counts due",
            """
            CREATE TABLE stock_document (
                id UUID NOT NULL PRIMARY KEY,
                kind TEXT NOT NULL,
                location UUID NOT NULL,
                at BIGINT NOT NULL,
                actor TEXT NOT NULL,
                note TEXT NOT NULL
            );
            CREATE TABLE count_due (
                variant UUID NOT NULL,
                location UUID NOT NULL,
                pool UUID NOT NULL,
                since BIGINT NOT NULL,
                missing BIGINT NOT NULL,
                PRIMARY KEY (location, variant, pool)
            );
            """),
        Migration(
            "inventory.0002 shelves of channels that stand apart",
            """
            CREATE TABLE pool_shelf (
                pool UUID NOT NULL,
                variant UUID NOT NULL,
                location UUID NOT NULL,
                PRIMARY KEY (pool, variant, location)
            );
            """),
        Migration(
            "inventory.0003 low stock",
            """
            CREATE TABLE low_stock (
                variant UUID NOT NULL PRIMARY KEY,
                free BIGINT NOT NULL
            );
            CREATE INDEX low_stock_free ON low_stock (free, variant);
            """),
        Migration(
            "inventory.0004 what owes on a shelf",
            """
            CREATE TABLE owing_stock (variant UUID NOT NULL PRIMARY KEY);
            """),
    ]
}
