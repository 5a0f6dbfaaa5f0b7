import Database

public enum ChannelsSchema {
    /// `channel_location` is read by channel in the order of priority, and by location when one is put away.
    public static let migrations = [
        Migration(
            "channels.0001 channels",
            """
            CREATE TABLE channel (
                id UUID NOT NULL PRIMARY KEY,
                kind TEXT NOT NULL,
                handle TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                purpose TEXT NOT NULL,
                currency TEXT NOT NULL,
                language TEXT NOT NULL,
                price_list UUID NOT NULL,
                share_percent SMALLINT CHECK (share_percent BETWEEN 0 AND 100),
                buffer BIGINT CHECK (buffer >= 0),
                cap BIGINT CHECK (cap >= 0),
                stop_at BIGINT CHECK (stop_at >= 0),
                stock TEXT NOT NULL,
                version BIGINT NOT NULL,
                created_at BIGINT NOT NULL,
                updated_at BIGINT NOT NULL,
                archived_at BIGINT
            );
            CREATE TABLE channel_location (
                channel UUID NOT NULL REFERENCES channel (id),
                priority BIGINT NOT NULL,
                location UUID NOT NULL,
                PRIMARY KEY (channel, priority),
                UNIQUE (location, channel)
            );
            """),
        // By location, when it comes back.
        Migration(
            "channels.0002 where archived locations were sold from",
            """
            CREATE TABLE channel_location_left (
                location UUID NOT NULL,
                channel UUID NOT NULL REFERENCES channel (id),
                priority BIGINT NOT NULL,
                PRIMARY KEY (location, channel)
            );
            """, clustered: ["channel_location_left"]),
    ]
}
