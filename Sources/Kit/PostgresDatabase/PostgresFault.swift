import Database

extension DatabaseFault {
    /// From PostgreSQL's SQLSTATE (appendix A of its manual).
    init(sqlState state: String, message: String, address: PostgresAddress) {
        switch state {
        case "53100": self = .full("\(address)")
        case "25006", "42501": self = .readOnly("\(address)")
        case "40001", "40P01", "55P03", "57014", "53300", "53200": self = .busy("\(address)")
        case _ where state.hasPrefix("23"): self = .constraint(message)
        default: self = .engine("\(message) (PostgreSQL \(state))")
        }
    }
}

extension PostgresLink.Trouble {
    /// `nil` for what the statement itself did wrong.
    init?(sqlState state: String) {
        switch state {
        case "40001", "40P01": self = .conflict
        // No such prepared statement; “cached plan must not change result type”.
        case "26000", "0A000": self = .forgotten
        // The server shuts down, crashed, or ended this session.
        case "57P01", "57P02", "57P03", "57P05", "25P03": self = .lost
        case _ where state.hasPrefix("08"): self = .lost
        default: return nil
        }
    }
}
