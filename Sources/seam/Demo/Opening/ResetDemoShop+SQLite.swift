import Database
import Essentials
import Foundation
import SQLiteDatabase
import Secrets

/// A new file is filled beside the old one, and put in its place.
func resetDemoShop(
    inFile path: String, with assortment: DemoAssortment, hasher: PasswordHasher, world: World
) async throws -> DemoShop? {
    _ = try await DemoTraces.find(at: ShopAddress(text: path))
    let new = path + ".new"
    removeDatabase(at: new)
    defer { removeDatabase(at: new) }
    let shop = try await withShop(at: ShopAddress(text: new)) { database in
        try await fillDemoShop(with: assortment, in: database, hasher: hasher, world: world)
    }
    // Nobody may have put a real shop there meanwhile.
    _ = try await DemoTraces.find(at: ShopAddress(text: path))
    if let former = try SQLiteDatabase.restore(new, to: path) { removeDatabase(at: former) }
    return shop
}

/// A database's file and what lies beside it.
private func removeDatabase(at path: String) {
    for ending in ["", "-wal", "-shm", "-lock"] { try? FileManager.default.removeItem(atPath: path + ending) }
}
