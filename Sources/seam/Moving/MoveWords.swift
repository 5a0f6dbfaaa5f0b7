import Database

/// What a move asks of an engine in words of its own.
struct MoveWords: Sendable {
    /// Every table and each of its columns, as two columns of text.
    let columns: SQL
    /// Whether there is a table of this name: a row when there is.
    let table: @Sendable (String) -> SQL
    /// Stands in an insertion that brings the numbers which the database would give.
    let keepingNumbers: String
    /// What this engine writes beside the rows, and what moved rows have there.
    let engineColumns: [String: [String: Int64]]
    /// The last number that was given in a table, rows that are gone included; no row when there was none.
    let lastNumber: @Sendable (MovedTable) -> SQL
    /// Goes on numbering behind a number.
    let numberOn: @Sendable (MovedTable, Int64) -> [SQL]
    /// What makes the engine look at the tables that were filled, so that it plans its queries well.
    let lookAround: (@Sendable (_ tables: [String]) -> String)?
}

extension Reading {
    var moveWords: MoveWords {
        switch connection.engine {
        case .sqlite: .sqlite
        case .postgres: .postgres
        }
    }
}
