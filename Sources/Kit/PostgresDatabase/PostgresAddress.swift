import CPostgres
import Database
import Essentials

/// Where a database is and how one signs in there: `postgres://user:password@host:port/name?sslmode=verify-full`, or
/// whatever else libpq reads. Its description names the database and never shows a password.
public struct PostgresAddress: Sendable, CustomStringConvertible {
    public let url: String
    public let description: String
    /// Whether the server runs on this machine, as far as the address says.
    public let isHere: Bool

    /// - Throws: `DatabaseFault.address` when libpq cannot read it, or when it names no database: the one that libpq would take
    ///   then is nobody's shop.
    public init(_ url: String) throws {
        var complaint: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(url, &complaint) else {
            defer { PQfreemem(complaint) }
            throw DatabaseFault.address(Self.complaint(complaint))
        }
        defer { PQconninfoFree(options) }
        var named = Self.named(options)
        guard named["dbname"] != nil || named["service"] != nil else {
            throw DatabaseFault.address("it names no database, as in postgres://host/shop")
        }
        if named["host"] == nil, named["hostaddr"] == nil, let usual = PQconndefaults() {
            defer { PQconninfoFree(usual) }
            named["host"] = Self.named(usual)["host"]
        }
        let host = named["host"] ?? named["hostaddr"] ?? "this machine"
        let port = named["port"].map { ":\($0)" } ?? ""
        self.url = url
        description = "the database “\(named["dbname"] ?? named["user"] ?? "postgres")” at \(host)\(port)"
        isHere = (named["hostaddr"] ?? named["host"] ?? "localhost").split(separator: ",").allSatisfy {
            $0.hasPrefix("/") || $0.hasPrefix("@") || $0.hasPrefix("127.") || ["localhost", "::1"].contains($0)
        }
    }

    private static func named(_ options: UnsafeMutablePointer<PQconninfoOption>) -> [String: String] {
        var named: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { named[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return named
    }

    /// libpq's words, unless they repeat what may be a password.
    private static func complaint(_ words: UnsafeMutablePointer<CChar>?) -> String {
        let line = words.map { String(cString: $0).firstLine } ?? "it cannot be read"
        guard line.contains("percent-encoded") else { return line }
        return "a % in it is not followed by two digits of a code; a % of a password is written %25"
    }
}

extension String {
    /// What a person needs of a message that a C library wrote.
    var firstLine: String {
        prefix { !$0.isNewline }.trimmingPrefix(while: \.isWhitespace).description
    }
}
