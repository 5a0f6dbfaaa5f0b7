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

    @Test("an address without a database's name leads to nobody's database")
    func nameless() async {
        let fault = await fault(opening: "postgres://postgres@127.0.0.1:1/")
        #expect(fault == .address("it names no database, as in postgres://host/shop"))
    }

    @Test("a setting in the address that libpq does not know is said to be the address's fault")
    func nonsense() async {
        let fault = await fault(opening: "postgres://shop@127.0.0.1:1/shop?sslmode=nonsense")
        #expect(fault?.code == "database.address")
        #expect(fault?.description.contains("nonsense") == true)
    }

    @Test("a disk of the server that is full is said to be full, and nothing is half done")
    func full() async throws {
        let boxes = [Migration("boxes.0001 boxes", "CREATE TABLE box (id BIGINT NOT NULL PRIMARY KEY, size BIGINT NOT NULL);")]
        try await withDatabase(on: .postgres, boxes) { database in
            let outcomes = await concurrently(20) { number in
                try await database.write(contending: [ContendedKey(7)]) { transaction in
                    try transaction.run("INSERT INTO box VALUES (\(number), 1)")
                    guard number.isMultiple(of: 5) else { return }
                    // As PostgreSQL says it of a file that cannot grow.
                    _ = try transaction.rowsChanged(
                        by: "DO $$ BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$")
                }
            }
            #expect(outcomes.failures.count == 4)
            #expect(outcomes.failures.allSatisfy { ($0 as? DatabaseFault)?.code == "database.full" })
            let boxes = try await database.read { try $0.values("SELECT id FROM box ORDER BY id", as: Int.self) }
            #expect(boxes == (0..<20).filter { !$0.isMultiple(of: 5) })
        }
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
