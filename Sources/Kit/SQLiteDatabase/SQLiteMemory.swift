import CSQLite

enum SQLiteMemory {
    /// Has SQLite keep no account of its memory: nobody reads it, and each piece that it takes or gives back would pass through
    /// one lock for all connections (4% of a checkout). To be called before the first connection; later it changes nothing.
    static func leaveUncounted() {
        _ = once
    }

    private static let once = sqlite3_config_memstatus(0)
}
