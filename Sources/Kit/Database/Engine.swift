/// The two engines that keep shops. Rooms ask only in the paired files (`X+SQLite.swift`, `X+Postgres.swift`) of what differs.
public enum Engine: String, Sendable {
    case sqlite = "SQLite"
    case postgres = "PostgreSQL"
}
