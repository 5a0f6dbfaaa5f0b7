import Database

/// From the words that Seam's SQL is written in to PostgreSQL's: almost none differ.
enum PostgresDialect {
    /// A query or a change: parameters are numbered.
    static func statement(_ text: String) -> String {
        var numbered = ""
        numbered.reserveCapacity(text.utf8.count + 16)
        var number = 0
        for character in text.unicodeScalars {
            guard character == "?" else {
                numbered.unicodeScalars.append(character)
                continue
            }
            number += 1
            numbered += "$\(number)"
        }
        return numbered
    }

    /// The statements of a migration: columns of text sort bytewise, whatever language the database was made for.
    ///
    /// One step that has shipped names a column `only`, a word that PostgreSQL keeps for itself.
    static func definition(_ script: String) -> String {
        Migration.part(of: script, for: .postgres)
            .replacing(/\bTEXT\b(?! COLLATE)/, with: #"TEXT COLLATE "C""#)
            .replacing(/(^|[ (])only( SMALLINT| =)/) { match in #"\#(match.1)"only"\#(match.2)"# }
    }
}
