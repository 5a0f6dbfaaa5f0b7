import Database
import Essentials
import PostgresDatabase
import Secrets

/// New tables are filled in a schema beside the old ones; then one transaction drops the old ones and puts the new ones in their
/// place. Tables of nobody but Seam are touched, and a shop that is served is left alone.
func resetDemoShop(
    onServer address: ShopAddress, with assortment: DemoAssortment, hasher: PasswordHasher, world: World
) async throws -> DemoShop? {
    _ = try await DemoTraces.find(at: address)
    return try await withShop(at: address, for: .move) { old in
        let schema = try await old.read { snapshot in
            try MoveMark.refuseAny(in: snapshot)
            guard try DemoMark.find(in: snapshot) != nil else { throw DemoRefusal.notTheDemo(address.description) }
            return try snapshot.value("SELECT current_schema()::text", as: String.self) ?? "public"
        }
        let beside = schema + "_seam_demo"
        // What a reset has left that was killed.
        let removal = "DROP SCHEMA IF EXISTS \"\(beside)\" CASCADE"
        try await old.write { try $0.connection.define(removal + "; CREATE SCHEMA \"\(beside)\"") }
        do {
            let shop = try await fill(beside, at: address, with: assortment, hasher: hasher, world: world)
            try await old.write { transaction in
                // Nobody may have opened the shop meanwhile.
                try address.refuseOthers(in: transaction)
                guard try DemoMark.find(in: transaction) != nil else { throw DemoRefusal.notTheDemo(address.description) }
                try transaction.replaceTables(of: schema, by: beside)
                try transaction.connection.define(removal)
            }
            return shop
        } catch {
            try? await old.write { try $0.connection.define(removal) }
            throw error
        }
    }
}

private func fill(
    _ schema: String, at address: ShopAddress, with assortment: DemoAssortment, hasher: PasswordHasher, world: World
) async throws -> DemoShop? {
    var options = PostgresDatabase.Options()
    options.schema = schema
    let database = try await PostgresDatabase(address.named(ShopAddress.ownName), options: options)
    do {
        try await database.write { _ = try $0.migrate(ShopSchema.migrations) }
        for table in ShopSchema.partitioned { try await database.makeRoom(in: table) }
        let shop = try await fillDemoShop(with: assortment, in: database, hasher: hasher, world: world)
        await database.close()
        return shop
    } catch {
        await database.close()
        throw error
    }
}

extension Transaction {
    /// Drops the tables of a schema whose names another one has, too, with their pieces, and moves those of the other one here.
    fileprivate func replaceTables(of schema: String, by other: String) throws {
        func tables(of schema: String) throws -> [(name: String, isPiece: Bool)] {
            try rows(
                """
                SELECT relname::text, relispartition FROM pg_catalog.pg_class
                WHERE relkind IN ('r', 'p') AND relnamespace = CAST(\(schema) AS regnamespace) ORDER BY relname
                """
            ) { try ($0.next(), $0.next()) }
        }
        let new = try tables(of: other)
        let names = Set(new.filter { !$0.isPiece }.map(\.name))
        let old = try tables(of: schema).filter { names.contains($0.name) }.map { "\"\(schema)\".\"\($0.name)\"" }
        // Their pieces go with them.
        try connection.define("DROP TABLE " + old.joined(separator: ", ") + " CASCADE")
        try connection.define(new.map { "ALTER TABLE \"\(other)\".\"\($0.name)\" SET SCHEMA \"\(schema)\"" }.joined(separator: ";\n"))
    }
}
