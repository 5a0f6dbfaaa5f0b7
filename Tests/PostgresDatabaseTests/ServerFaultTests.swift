import Database
import PostgresDatabase
import TestKit
import Testing

@Suite("A PostgreSQL database on a bad day")
struct ServerFaultTests {
    private func fault(opening address: String) async -> DatabaseFault? {
        do {
            await (try PostgresDatabase(address)).close()
            return nil
        } catch {
            return error as? DatabaseFault
        }
    }

    @Test("an address that cannot be read is said so, without its password")
    func unreadable() async {
        let fault = await fault(opening: "postgres://shop:raspberry@host:notaport/shop?nonsense=1")
        #expect(fault?.code == "database.address")
        #expect(fault?.message.contains("raspberry") == false)
    }

    @Test("where no server answers, the sentence names the place and no password")
    func nobody() async {
        let fault = await fault(opening: "postgres://shop:raspberry@127.0.0.1:1/shop")
        #expect(fault == .noServer("the database “shop” at 127.0.0.1:1"))
    }

    @Test("a wrong password and an unknown database are told apart")
    func strangers() async throws {
        let server = try await PostgresServer.shared
        try await PostgresFolder.shared.command(
            "DO $$ BEGIN CREATE ROLE stranger LOGIN PASSWORD 'raspberry'; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
        #expect(await fault(opening: server.address(of: "postgres", user: "stranger", password: "gooseberry"))?.code == "database.rejected")
        #expect(await fault(opening: server.address(of: "postgres", user: "stranger"))?.code == "database.rejected")
        let welcome = await fault(opening: server.address(of: "postgres", user: "stranger", password: "raspberry"))
        #expect(welcome == nil)
        #expect(await fault(opening: server.address(of: "nowhere"))?.code == "database.missing")
    }

    @Test("another program's database is refused and left as it is")
    func anotherProgram() async throws {
        try await withFolder { folder in
            let databases = try await PostgresFolder.shared
            let address = try await databases.database(for: folder)
            let name = try #require(address.firstMatch(of: /test_\w+/)).output
            try await databases.command("CREATE TABLE diary (day TEXT)", in: String(name))
            #expect(await fault(opening: address)?.code == "database.foreign")
            await #expect(throws: PostgresServerFault.self) { try await databases.command("SELECT 1 FROM migration", in: String(name)) }
            try await databases.remove(for: folder)
        }
    }
}
