import CPostgres
import Database
import Essentials

/// Where a database is and how one signs in there: `postgres://user:password@host:port/name?sslmode=verify-full`, or
/// whatever else libpq reads. Its description names the database and never shows a password.
public struct PostgresAddress: Sendable, CustomStringConvertible {
    public let url: String
    public let description: String

    /// - Throws: `DatabaseFault.address` when libpq cannot read it.
    public init(_ url: String) throws {
        var complaint: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(url, &complaint) else {
            defer { PQfreemem(complaint) }
            throw DatabaseFault.address(complaint.map { String(cString: $0).firstLine } ?? "it cannot be read")
        }
        defer { PQconninfoFree(options) }
        var named: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { named[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        let host = named["host"] ?? named["hostaddr"] ?? "this machine"
        let port = named["port"].map { ":\($0)" } ?? ""
        self.url = url
        description = "the database “\(named["dbname"] ?? named["user"] ?? "postgres")” at \(host)\(port)"
    }
}

extension String {
    /// What a person needs of a message that a C library wrote.
    var firstLine: String {
        prefix { !$0.isNewline }.trimmingPrefix(while: \.isWhitespace).description
    }
}
