import Database

public enum CustomersSchema {
    public static let migrations = [
        Migration(
            "customers.0001 customers, contact points, addresses, sign-in",
            """
            CREATE TABLE customer (
                id UUID NOT NULL PRIMARY KEY,
                root UUID NOT NULL,
                merged_into UUID REFERENCES customer (id),
                merged_at BIGINT,
                kind TEXT NOT NULL,
                name TEXT,
                language TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                erased_at BIGINT,
                CHECK ((merged_into IS NULL) = (root = id))
            );
            CREATE INDEX customer_by_root ON customer (root);
            CREATE TABLE customer_word (
                word TEXT NOT NULL,
                customer UUID NOT NULL REFERENCES customer (id),
                PRIMARY KEY (word, customer)
            );
            CREATE TABLE contact_point (
                id UUID NOT NULL PRIMARY KEY,
                customer UUID NOT NULL REFERENCES customer (id),
                kind TEXT NOT NULL,
                text TEXT NOT NULL,
                key TEXT NOT NULL,
                verified_at BIGINT,
                created_at BIGINT NOT NULL,
                UNIQUE (key, customer)
            );
            CREATE INDEX contact_point_by_customer ON contact_point (customer);
            CREATE TABLE customer_address (
                id UUID NOT NULL PRIMARY KEY,
                customer UUID NOT NULL REFERENCES customer (id),
                address TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                used_at BIGINT NOT NULL
            );
            CREATE INDEX customer_address_by_customer ON customer_address (customer);
            CREATE TABLE customer_credential (
                customer UUID NOT NULL PRIMARY KEY REFERENCES customer (id),
                email_key TEXT NOT NULL UNIQUE,
                password TEXT NOT NULL
            );
            CREATE TABLE customer_session (
                id UUID NOT NULL PRIMARY KEY,
                token BYTEA NOT NULL UNIQUE,
                customer UUID NOT NULL REFERENCES customer (id),
                created_at BIGINT NOT NULL,
                seen_at BIGINT NOT NULL,
                idle BIGINT NOT NULL,
                expires_at BIGINT NOT NULL
            );
            CREATE INDEX customer_session_by_customer ON customer_session (customer);
            CREATE INDEX customer_session_by_expiry ON customer_session (expires_at);
            CREATE TABLE customer_sign_in_failure (
                account BYTEA NOT NULL PRIMARY KEY,
                failures BIGINT NOT NULL,
                last_at BIGINT NOT NULL
            );
            CREATE INDEX customer_sign_in_failure_by_age ON customer_sign_in_failure (last_at);
            """)
    ]
}
