import Catalog
import Database
import Essentials
import Foundation
import Orders
import SQLiteDatabase
import Secrets

/// Opens the demo shop anew in the place of the one that a file holds. A new file is filled beside the old one and takes
/// its place when it is whole, so whatever goes wrong leaves the old shop as it was.
/// - Throws: `DemoRefusal.notTheDemo` for a file that holds anything but the demo shop; `DatabaseFault.locked` while a
///   program has it open.
func resetDemoShop(
    at path: String, with assortment: DemoAssortment, hasher: PasswordHasher, world: World
) async throws -> DemoShop? {
    _ = try await DemoTraces.find(at: path)
    let new = path + ".new"
    removeDatabase(at: new)
    defer { removeDatabase(at: new) }
    let shop = try await withDatabase(at: new) { database in
        try await database.write { _ = try $0.migrate(ShopSchema.migrations) }
        return try await fillDemoShop(with: assortment, in: database, hasher: hasher, world: world)
    }
    // Nobody may have put a real shop there meanwhile.
    _ = try await DemoTraces.find(at: path)
    if let former = try SQLiteDatabase.restore(new, to: path) { removeDatabase(at: former) }
    return shop
}

/// What would go when the demo shop is started again.
struct DemoTraces: Sendable {
    let filledAt: Instant
    let products: Int
    let orders: Int64

    /// - Throws: `DemoRefusal.notTheDemo` for a file without the mark, and when there is no such file.
    static func find(at path: String) async throws -> DemoTraces {
        guard FileManager.default.fileExists(atPath: path) else { throw DemoRefusal.notTheDemo(path) }
        return try await withDatabase(at: path) { database in
            try await database.write { _ = try $0.migrate(ShopSchema.migrations) }
            return try await database.read { snapshot in
                guard let mark = try DemoMark.find(in: snapshot) else { throw DemoRefusal.notTheDemo(path) }
                let products = try ProductSummary.counts(in: snapshot).values.reduce(0, +)
                let orders = try ChannelSales.since(Instant(microseconds: 0), in: snapshot).reduce(0) { $0 + $1.orders }
                return DemoTraces(filledAt: mark.filledAt, products: products, orders: Int64(orders))
            }
        }
    }
}

enum DemoRefusal: Refusal, Equatable {
    case notTheDemo(String)
    case noDemoToLiveIn

    var code: String { "demo.not_the_demo" }
    var kind: RefusalKind { .conflict }
    var sentence: Sentence {
        switch self {
        case .notTheDemo(let path): "\(path) does not hold the demo shop: it is left as it is. “seam demo” fills an empty database."
        case .noDemoToLiveIn: "This database does not hold the demo shop; “seam demo” fills an empty one."
        }
    }
}

private func withDatabase<T>(at path: String, _ body: (SQLiteDatabase) async throws -> T) async throws -> T {
    let database = try SQLiteDatabase(path: path)
    do {
        let value = try await body(database)
        await database.close()
        return value
    } catch {
        await database.close()
        throw error
    }
}

/// A database's file and what lies beside it.
private func removeDatabase(at path: String) {
    for ending in ["", "-wal", "-shm", "-lock"] { try? FileManager.default.removeItem(atPath: path + ending) }
}
