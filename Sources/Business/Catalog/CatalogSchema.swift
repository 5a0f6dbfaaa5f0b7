import Database

public enum CatalogSchema {
    public static let migrations = [
        Migration("catalog.0001 products", products, clustered: ["variant", "media"]),
        Migration("catalog.0002 prices", prices, clustered: ["price"]),
        Migration("catalog.0003 collections", collections, clustered: ["collection_product"]),
        Migration("catalog.0004 shelves", shelves, clustered: ["listing"]),
        Migration("catalog.0005 pictures", pictures),
        Migration("catalog.0006 bulk edits", bulkEdits, clustered: ["bulk_edit_product", "bulk_edit_price"]),
        Migration("catalog.0007 narrowed lists", narrowedLists),
        Migration("catalog.0008 words to search by", searched, clustered: ["product_search"], fill: ProductSearch.fill),
    ]

    /// `product` is read by every page, so the long texts stand beside it. `media` is the picture that stands for the
    /// product. Indexes: the desk's list by title, variants and pictures of a product, and what the till scans and types.
    private static let products = """
        CREATE TABLE product (
            seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            id UUID NOT NULL UNIQUE,
            handle TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            title_key TEXT NOT NULL,
            vendor TEXT NOT NULL,
            type TEXT NOT NULL,
            tags TEXT NOT NULL,
            status TEXT NOT NULL,
            option1 TEXT,
            option2 TEXT,
            option3 TEXT,
            media UUID,
            version BIGINT NOT NULL,
            created_at BIGINT NOT NULL,
            updated_at BIGINT NOT NULL
        );
        CREATE INDEX product_title ON product (title_key, seq);
        CREATE TABLE product_content (
            product UUID NOT NULL PRIMARY KEY REFERENCES product (id),
            body TEXT NOT NULL,
            attributes TEXT NOT NULL
        );
        CREATE TABLE variant (
            id UUID NOT NULL PRIMARY KEY,
            product UUID NOT NULL REFERENCES product (id),
            position SMALLINT NOT NULL,
            option1 TEXT,
            option2 TEXT,
            option3 TEXT,
            sku TEXT,
            sku_key TEXT,
            barcode TEXT,
            gtin TEXT,
            grams BIGINT,
            taxable BOOLEAN NOT NULL,
            requires_shipping BOOLEAN NOT NULL,
            when_sold_out TEXT NOT NULL,
            tracked BOOLEAN NOT NULL,
            media UUID,
            archived_at BIGINT
        );
        CREATE INDEX variant_product ON variant (product, position);
        CREATE UNIQUE INDEX variant_sku ON variant (sku) WHERE archived_at IS NULL;
        CREATE INDEX variant_sku_key ON variant (sku_key);
        CREATE INDEX variant_gtin ON variant (gtin);
        CREATE TABLE media (
            id UUID NOT NULL PRIMARY KEY,
            product UUID NOT NULL REFERENCES product (id),
            position SMALLINT NOT NULL,
            url TEXT NOT NULL,
            alt TEXT NOT NULL
        );
        CREATE INDEX media_product ON media (product, position);
        CREATE TABLE product_version (
            product UUID NOT NULL REFERENCES product (id),
            version BIGINT NOT NULL,
            at BIGINT NOT NULL,
            actor TEXT NOT NULL,
            snapshot TEXT NOT NULL,
            PRIMARY KEY (product, version)
        );
        CREATE TABLE product_translation (
            product UUID NOT NULL REFERENCES product (id),
            language TEXT NOT NULL,
            title TEXT,
            body TEXT,
            words TEXT NOT NULL,
            updated_at BIGINT NOT NULL,
            PRIMARY KEY (product, language)
        );
        CREATE TABLE handle_redirect (
            noun TEXT NOT NULL,
            handle TEXT NOT NULL,
            target UUID NOT NULL,
            PRIMARY KEY (noun, handle)
        );
        """

    private static let prices = """
        CREATE TABLE price_list (
            id UUID NOT NULL PRIMARY KEY,
            handle TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            currency TEXT NOT NULL,
            created_at BIGINT NOT NULL
        );
        CREATE TABLE price (
            variant UUID NOT NULL REFERENCES variant (id),
            list UUID NOT NULL REFERENCES price_list (id),
            amount BIGINT NOT NULL CHECK (amount >= 0),
            compare_at BIGINT CHECK (compare_at >= 0),
            PRIMARY KEY (variant, list)
        );
        """

    /// `collection_product` holds what is in a collection, whether a hand or its rule put it there; only a hand gives
    /// positions. The second index finds the collections of a product that has changed.
    private static let collections = """
        CREATE TABLE collection (
            id UUID NOT NULL PRIMARY KEY,
            handle TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            title_key TEXT NOT NULL,
            description TEXT NOT NULL,
            image TEXT,
            image_alt TEXT NOT NULL,
            sort TEXT NOT NULL,
            rule TEXT,
            version BIGINT NOT NULL,
            created_at BIGINT NOT NULL,
            updated_at BIGINT NOT NULL,
            archived_at BIGINT
        );
        CREATE INDEX collection_title ON collection (title_key, id);
        CREATE TABLE collection_product (
            collection UUID NOT NULL REFERENCES collection (id),
            product UUID NOT NULL REFERENCES product (id),
            position BIGINT,
            PRIMARY KEY (collection, product)
        );
        CREATE INDEX collection_product_product ON collection_product (product);
        CREATE TABLE collection_translation (
            collection UUID NOT NULL REFERENCES collection (id),
            language TEXT NOT NULL,
            title TEXT,
            description TEXT,
            updated_at BIGINT NOT NULL,
            PRIMARY KEY (collection, language)
        );
        """

    /// What a shopper can browse on a price list: all products, those of a collection, a vendor, a type, a tag. Each is
    /// a shelf, and a listing is a product's place on it, with what it is sorted by; so that every page is a walk along
    /// one index. `products` counts the listings.
    private static let shelves = """
        CREATE TABLE shelf (
            id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            list UUID NOT NULL REFERENCES price_list (id),
            kind TEXT NOT NULL,
            key TEXT NOT NULL,
            name TEXT NOT NULL,
            products BIGINT NOT NULL,
            UNIQUE (list, kind, key)
        );
        CREATE TABLE listing (
            shelf BIGINT NOT NULL REFERENCES shelf (id),
            product BIGINT NOT NULL REFERENCES product (seq),
            title_key TEXT NOT NULL,
            price BIGINT NOT NULL,
            price_to BIGINT NOT NULL,
            compare_at BIGINT,
            position BIGINT,
            PRIMARY KEY (shelf, product)
        );
        CREATE INDEX listing_title ON listing (shelf, title_key, product);
        CREATE INDEX listing_price ON listing (shelf, price, product);
        CREATE INDEX listing_position ON listing (shelf, position, product) WHERE position IS NOT NULL;
        CREATE INDEX listing_product ON listing (product, shelf);
        """

    /// Pictures that were handed in. They lie here and not beside the database, so that every node shows them and every
    /// backup holds them.
    private static let pictures = """
        CREATE TABLE picture_print (
            picture UUID NOT NULL,
            size SMALLINT NOT NULL,
            bytes BYTEA NOT NULL,
            PRIMARY KEY (picture, size)
        );
        """

    /// `state` is 0 for what was done, 1 for what was undone, 2 for what somebody else had changed since.
    private static let bulkEdits = """
        CREATE TABLE bulk_edit (
            id UUID NOT NULL PRIMARY KEY,
            at BIGINT NOT NULL,
            actor TEXT NOT NULL,
            change TEXT NOT NULL,
            undone_at BIGINT
        );
        CREATE TABLE bulk_edit_product (
            edit UUID NOT NULL REFERENCES bulk_edit (id),
            product UUID NOT NULL,
            before BIGINT NOT NULL,
            after BIGINT NOT NULL,
            state SMALLINT NOT NULL,
            PRIMARY KEY (edit, product)
        );
        CREATE TABLE bulk_edit_price (
            edit UUID NOT NULL REFERENCES bulk_edit (id),
            product UUID NOT NULL,
            variant UUID NOT NULL,
            list UUID NOT NULL,
            before BIGINT,
            compare_before BIGINT,
            after BIGINT,
            compare_after BIGINT,
            PRIMARY KEY (edit, product, variant, list)
        );
        """

    /// What the desk's list is narrowed by, in its order. Nearly everything is active, so the list by title finds those at
    /// once; the few others would be looked for among all.
    private static let narrowedLists = """
        CREATE INDEX product_draft ON product (title_key, seq) WHERE status = 'draft';
        CREATE INDEX product_archived ON product (title_key, seq) WHERE status = 'archived';
        CREATE INDEX product_vendor ON product (vendor, title_key, seq);
        CREATE INDEX product_type ON product (type, title_key, seq);
        """

    /// All that a product is called, its variants and its translations too: read from end to end by whoever types words, so
    /// nothing else stands in it.
    private static let searched = """
        CREATE TABLE product_search (
            product BIGINT NOT NULL PRIMARY KEY REFERENCES product (seq),
            words TEXT NOT NULL
        );
        """
}
