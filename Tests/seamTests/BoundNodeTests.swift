import Database
import Essentials
import Foundation
import PostgresDatabase
import TestKit
import TestShop
import Testing

@Suite("A node that was given a part of the processors")
struct BoundNodeTests {
    #if os(Linux)
        @Test("opens no more event loops than it has of them, and takes the server's processes that serve it along")
        func bound() async throws {
            let last = try #require(Processors.own.numbers.last)
            let address = try await PostgresFolder.shared.database(for: "bound node")
            let node = try await withServer(
                ["--bind-sessions"], on: address + "&application_name=bound", wrappedBy: ["taskset", "--cpu-list", "\(last)"],
                preparing: { _ in }
            ) { server, _ in
                let process = try #require(server.identifier)
                let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task").compactMap {
                    try? String(contentsOfFile: "/proc/\(process)/task/\($0)/comm", encoding: .utf8)
                }
                let database = try await PostgresDatabase(address)
                let sessions = try await database.read {
                    try $0.values("SELECT pid FROM pg_stat_activity WHERE application_name = 'bound'", as: Int64.self)
                }
                await database.close()
                let places = sessions.map { session in
                    let status = (try? String(contentsOfFile: "/proc/\(session)/status", encoding: .utf8)) ?? ""
                    return status.firstMatch(of: /Cpus_allowed_list:\t(.*)/).map { String($0.1) }
                }
                return (loops: threads.filter { $0.hasPrefix("NIO-SGLTN") }.count, places: places)
            }
            try await PostgresFolder.shared.remove(for: "bound node")
            #expect(node.loops == 1)
            #expect(node.places.count >= 2)
            #expect(node.places.allSatisfy { $0 == "\(last)" }, "\(node.places)")
        }
    #endif

    @Test("says so when the server's processes cannot be brought to it")
    func elsewhere() async throws {
        let address = try await PostgresFolder.shared.database(for: "unbound node")
        var options = PostgresDatabase.Options()
        options.sessionProcessors = Processors(list: "4000")
        let fault = await #expect(throws: DatabaseFault.self) { await (try PostgresDatabase(address, options: options)).close() }
        try await PostgresFolder.shared.remove(for: "unbound node")
        #expect(fault?.code == "database.unbound")
        #expect(fault?.description.contains("cannot be bound to this node's processors: taskset:") == true, "\(fault?.description ?? "")")

        let file = try await ChildProcess.run(ProjectFolder.command.path, ["serve", "--bind-sessions", "--database", "var/none.db"])
        #expect(file.status != 0)
        #expect(file.output.contains("--bind-sessions is for a database on a PostgreSQL server"), "\(file.output)")
    }
}
