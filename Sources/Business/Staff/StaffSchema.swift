import Database

public enum StaffSchema {
    public static let migrations = [
        Migration(
            "staff.0001 people, grants, devices, sessions, audit",
            """
            CREATE TABLE staff_member (
                id UUID NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                name_key TEXT NOT NULL,
                email TEXT NOT NULL,
                email_key TEXT NOT NULL UNIQUE,
                language TEXT NOT NULL,
                password TEXT,
                pin TEXT,
                status TEXT NOT NULL,
                created_at BIGINT NOT NULL
            );
            CREATE INDEX staff_member_by_name ON staff_member (status, name_key, id);
            CREATE TABLE founding (
                only SMALLINT NOT NULL PRIMARY KEY CHECK (only = 1),
                staff UUID NOT NULL REFERENCES staff_member (id),
                at BIGINT NOT NULL
            );
            CREATE TABLE staff_grant (
                staff UUID NOT NULL REFERENCES staff_member (id),
                location UUID NOT NULL,
                role TEXT NOT NULL,
                granted_at BIGINT NOT NULL,
                PRIMARY KEY (staff, location)
            );
            CREATE INDEX staff_grant_by_location ON staff_grant (location, role);
            CREATE TABLE device (
                id UUID NOT NULL PRIMARY KEY,
                name TEXT NOT NULL,
                name_key TEXT NOT NULL,
                location UUID NOT NULL,
                token BYTEA UNIQUE,
                status TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                seen_at BIGINT
            );
            CREATE UNIQUE INDEX device_by_location ON device (location, name_key) WHERE status = 'active';
            CREATE TABLE staff_session (
                id UUID NOT NULL PRIMARY KEY,
                token BYTEA NOT NULL UNIQUE,
                staff UUID NOT NULL REFERENCES staff_member (id),
                device UUID REFERENCES device (id),
                method TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                seen_at BIGINT NOT NULL,
                idle BIGINT NOT NULL,
                expires_at BIGINT NOT NULL
            );
            CREATE INDEX staff_session_by_staff ON staff_session (staff);
            CREATE INDEX staff_session_by_device ON staff_session (device);
            CREATE INDEX staff_session_by_expiry ON staff_session (expires_at);
            CREATE TABLE staff_sign_in_failure (
                account BYTEA NOT NULL PRIMARY KEY,
                failures BIGINT NOT NULL,
                last_at BIGINT NOT NULL
            );
            CREATE INDEX staff_sign_in_failure_by_age ON staff_sign_in_failure (last_at);
            CREATE TABLE audit (
                seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                at BIGINT NOT NULL,
                actor TEXT NOT NULL,
                channel UUID,
                verb TEXT NOT NULL,
                subject TEXT NOT NULL,
                details TEXT NOT NULL
            );
            CREATE INDEX audit_by_subject ON audit (subject, seq);
            CREATE INDEX audit_by_actor ON audit (actor, seq);
            """),
        Migration(
            "staff.0002 devices that ask to be taken in",
            """
            CREATE TABLE device_pairing (
                code BYTEA NOT NULL PRIMARY KEY,
                token BYTEA NOT NULL,
                expires_at BIGINT NOT NULL
            );
            CREATE INDEX device_pairing_by_expiry ON device_pairing (expires_at);
            """, clustered: ["device_pairing"]),
        Migration(
            "staff.0003 saved views",
            """
            CREATE TABLE saved_view (
                id UUID NOT NULL PRIMARY KEY,
                list TEXT NOT NULL,
                name TEXT NOT NULL,
                name_key TEXT NOT NULL,
                query TEXT NOT NULL,
                UNIQUE (list, name_key)
            );
            """),
        Migration("staff.0004 the audit trail by what was done", "CREATE INDEX audit_by_verb ON audit (verb, seq);"),
        Migration(
            "staff.0005 the code by which a shop is founded",
            """
            CREATE TABLE founding_code (
                number SMALLINT NOT NULL PRIMARY KEY CHECK (number = 1),
                code TEXT NOT NULL
            );
            """),
    ]
}
