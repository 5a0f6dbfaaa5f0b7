import Database

public enum PlacesSchema {
    public static let migrations = [
        // location_name: page by page in the order of names; location_position: what lies near a point.
        Migration(
            "places.0001 locations",
            """
            CREATE TABLE location (
                id UUID NOT NULL PRIMARY KEY,
                code TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                name_key TEXT NOT NULL,
                search_key TEXT NOT NULL,
                kind TEXT NOT NULL,
                format TEXT NOT NULL,
                line1 TEXT NOT NULL,
                line2 TEXT NOT NULL,
                city TEXT NOT NULL,
                region TEXT NOT NULL,
                postal_code TEXT NOT NULL,
                country TEXT NOT NULL,
                latitude DOUBLE PRECISION,
                longitude DOUBLE PRECISION,
                time_zone TEXT NOT NULL,
                hours TEXT NOT NULL,
                services TEXT NOT NULL,
                version BIGINT NOT NULL,
                created_at BIGINT NOT NULL,
                updated_at BIGINT NOT NULL,
                archived_at BIGINT,
                CHECK ((latitude IS NULL) = (longitude IS NULL))
            );
            CREATE INDEX location_name ON location (name_key, id);
            CREATE INDEX location_position ON location (latitude, longitude);
            """)
    ]
}
