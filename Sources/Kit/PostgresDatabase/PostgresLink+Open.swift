import CPostgres
import Database
import Essentials
import Foundation

extension PostgresLink {
    /// What every session asks of its server.
    struct Manners: Sendable {
        /// How long to wait for the server to answer the door.
        var connectTimeout = Duration.seconds(5)
        /// How long one statement may run.
        var statementTimeout = Duration.seconds(30)
        /// How long one statement may wait for somebody else's lock.
        var lockTimeout = Duration.seconds(5)
        var isDurable = true
        /// Whether a statement is planned once for all values, as suits those that ask by a key: the server would plan some of
        /// them again for each call, which takes longer than to run them.
        var plansOnce = false
        /// What the server's process of the session is to run on, alone.
        var processors: Processors?
        var schema: String?
    }

    /// Signs in, on the thread that will use the session.
    /// - Throws: `DatabaseFault` in one sentence.
    static func open(_ address: PostgresAddress, manners: Manners) throws -> PostgresLink {
        // What stands before the address can be changed by it.
        let settings = [
            ("fallback_application_name", "seam"), ("keepalives_idle", "10"), ("keepalives_interval", "5"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "20000"), ("dbname", address.url), ("client_encoding", "UTF8"),
        ]
        var keywords: [UnsafePointer<CChar>?] = settings.map { UnsafePointer(strdup($0.0)) } + [nil]
        var values: [UnsafePointer<CChar>?] = settings.map { UnsafePointer(strdup($0.1)) } + [nil]
        defer { for text in keywords + values { free(UnsafeMutablePointer(mutating: text)) } }
        guard let handle = PQconnectStartParams(&keywords, &values, 1) else { throw DatabaseFault.engine("libpq has no memory") }
        let link = PostgresLink(handle: handle, address: address)
        // Says the SQLSTATE of a refused sign-in, which is the same in every language.
        PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
        try link.signIn(until: .now + manners.connectTimeout)
        PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        guard PQserverVersion(handle) >= 150_000 else {
            throw DatabaseFault.engine("\(address) is run by PostgreSQL \(PQserverVersion(handle) / 10_000); Seam needs 15 or newer")
        }
        try link.settle(
            """
            SET statement_timeout = \(manners.statementTimeout.microseconds / 1_000);
            SET lock_timeout = \(manners.lockTimeout.microseconds / 1_000);
            SET idle_in_transaction_session_timeout = \(manners.statementTimeout.microseconds / 1_000);
            SET synchronous_commit = \(manners.isDurable ? "on" : "off");
            SET plan_cache_mode = \(manners.plansOnce ? "force_generic_plan" : "auto")
            """)
        // By key, even while a table holds a few rows only: it may grow before the next plan is made.
        if manners.plansOnce { try link.settle("SET enable_seqscan = off") }
        if let schema = manners.schema { try link.settle("SET search_path TO \"\(schema)\"") }
        if let processors = manners.processors { try link.bind(to: processors) }
        try link.prepareHabits(PostgresConnection.habits)
        guard PQenterPipelineMode(handle) == 1 else { throw DatabaseFault.engine("libpq does not pipeline") }
        return link
    }

    /// The server's process is moved by its number, so it must be one of this machine, and no pooler may stand between.
    private func bind(to processors: Processors) throws {
        let process = PQbackendPID(handle)
        let name = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
        guard address.isHere, name?.hasPrefix("postgres") == true else {
            throw DatabaseFault.unbound("\(address)", why: "the server's processes are not this machine's")
        }
        if let why = processors.bind(process) { throw DatabaseFault.unbound("\(address)", why: why) }
    }

    private func signIn(until deadline: ContinuousClock.Instant) throws {
        guard PQstatus(handle) != CONNECTION_BAD else { throw refusedSignIn() }
        var state = PGRES_POLLING_WRITING
        while state != PGRES_POLLING_OK {
            guard state != PGRES_POLLING_FAILED else { throw refusedSignIn() }
            var socket = pollfd(fd: PQsocket(handle), events: Int16(state == PGRES_POLLING_READING ? POLLIN : POLLOUT), revents: 0)
            let patience = (deadline - .now).microseconds / 1_000
            guard patience > 0, poll(&socket, 1, Int32(patience)) != 0 else { throw DatabaseFault.noServer("\(address)") }
            state = PQconnectPoll(handle)
        }
    }

    /// The server's no, told by its SQLSTATE; without one nobody answered.
    private func refusedSignIn() -> DatabaseFault {
        let message = String(cString: PQerrorMessage(handle))
        guard let match = message.firstMatch(of: /:  ([0-9A-Z]{5}): *([^\n]*)/) else {
            if PQconnectionNeedsPassword(handle) == 1 { return .rejected("\(address)") }
            // libpq's own words: of a certificate that is not believed, or a server that speaks no TLS.
            if let why = message.firstMatch(of: /(?:failed: )?([^\n:]*(?:certificate|SSL)[^\n]*)/) {
                return .untrusted("\(address)", why: String(why.1).trimmingPrefix(while: \.isWhitespace).description)
            }
            // Or of a setting that it does not know.
            if let why = message.firstMatch(of: /invalid [^\n]*(?:value|option|number)[^\n]*/) { return .address(String(why.0)) }
            return .noServer("\(address)")
        }
        switch match.1 {
        case "28P01", "28000": return .rejected("\(address)")
        case "3D000": return .missing("\(address)")
        case "53300": return .busy("\(address)")
        case "57P03", "57P01", "57P02": return .noServer("\(address)")
        default: return .engine("\(match.2) (PostgreSQL \(match.1))")
        }
    }
}
