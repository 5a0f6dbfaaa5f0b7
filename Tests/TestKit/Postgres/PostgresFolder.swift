import CPostgres
import Database
import Foundation
import PostgresDatabase

/// The databases of a server: made by copying, since a copy is quicker than a hundred statements.
public actor PostgresFolder {
    public static var shared: PostgresFolder {
        get async throws { try await opening.value }
    }

    private static let opening = Task { PostgresFolder(of: try await PostgresServer.shared) }

    public let server: PostgresServer
    private var made: Set<String> = []
    private var templates: [String: Task<String, any Error>] = [:]

    public init(of server: PostgresServer) {
        self.server = server
    }

    /// The address of the database that belongs to a folder; it has these migrations when it is new.
    public func database(for folder: String, _ migrations: [Migration] = []) async throws -> String {
        let name = Self.name(for: folder)
        if !made.contains(name) {
            let template = migrations.isEmpty ? "template0" : try await template(migrations)
            guard made.insert(name).inserted else { return server.address(of: name) }
            try command("CREATE DATABASE \(name) TEMPLATE \(template) STRATEGY FILE_COPY")
        }
        return server.address(of: name)
    }

    /// Removes it, with whoever is still there.
    public func remove(for folder: String) throws {
        let name = Self.name(for: folder)
        guard made.remove(name) != nil else { return }
        try command("DROP DATABASE \(name) WITH (FORCE)")
    }

    /// Runs statements in the server's own database, or another.
    public func command(_ text: String, in database: String = "postgres") throws {
        let handle = PQconnectdb(server.address(of: database))
        defer { PQfinish(handle) }
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK else {
            throw PostgresServerFault(sentence: String(cString: PQerrorMessage(handle)))
        }
    }

    private func template(_ migrations: [Migration]) async throws -> String {
        let key = migrations.map { $0.name + $0.script }.joined()
        if let known = templates[key] { return try await known.value }
        let name = "template_\(templates.count + 1)"
        let making = Task {
            try command("CREATE DATABASE \(name) TEMPLATE template0")
            let database = try await PostgresDatabase(server.address(of: name))
            try await database.write { try $0.migrate(migrations) }
            await database.close()
            return name
        }
        templates[key] = making
        return try await making.value
    }

    private static func name(for folder: String) -> String {
        let hash = folder.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "test_\(String(hash, radix: 36))"
    }
}
