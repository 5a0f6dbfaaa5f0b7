import Database
import Essentials
import Feed

/// Moves a whole shop into an empty database, table by table in the order of the keys.
///
/// What lies in the target is at every moment the beginning of what lies in the source, so a move that was stopped goes on
/// behind the last row that arrived. Nobody else may use either database meanwhile.
struct ShopMove: Sendable {
    let source: any Database
    let target: any Database
    /// The two in words, for people.
    let names: (source: String, target: String)
    var migrations = ShopSchema.migrations
    /// Rows of one transaction.
    var batch = 2_000

    /// How far it is: rows of a table, of how many.
    struct Progress: Sendable {
        let table: String
        let done: Int
        let all: Int
    }

    /// How many rows a table has on both sides.
    struct Count: Sendable, Equatable {
        let table: String
        let source: Int
        let target: Int
    }

    /// Copies what is not there yet, and takes the feed over; the source stays as it is, and marked as moved away.
    ///
    /// - Throws: `MoveRefusal`, `FeedRefusal.followerBehind`, `DatabaseFault`. Then the shop can go on in the source.
    func run(world: World, progress: @Sendable (Progress) -> Void = { _ in }) async throws -> [Count] {
        let plan = try await MovePlan(migrations, from: source, to: target)
        let places = try await source.read { try Feed.places(in: $0) }
        try await mark(plan, world: world)
        for table in plan.tables { try await makeRoom(for: table) }
        for table in plan.tables { try await copy(table, progress) }
        for table in plan.tables where table.refersToItself { try await fillReferences(of: table) }
        try await numberOn(plan)
        let counts = try await count(plan)
        let unequal = counts.filter { $0.source != $0.target }.map(\.table)
        guard unequal.isEmpty else { throw MoveRefusal.countsDiffer(unequal) }
        try await target.write { transaction in
            try Feed.takeOver(places, in: transaction, world: world)
            try MoveMark.clear(in: transaction)
            let filled = counts.filter { $0.target > 0 }.map(\.table)
            if let command = transaction.moveWords.lookAround, !filled.isEmpty { try transaction.connection.define(command(filled)) }
        }
        return counts
    }

    /// A table that the target keeps in pieces needs one for each of the numbers that come.
    private func makeRoom(for table: MovedTable) async throws {
        guard let pieces = ShopSchema.partitioned.first(where: { $0.name == table.name }),
            let last = try await source.read({ try $0.value($0.moveWords.lastNumber(table), as: Int64.self) })
        else { return }
        try await target.makeRoom(in: pieces, upTo: last)
    }

    /// Refuses a target that has something else in it, and a shop that has moved elsewhere; marks both sides.
    private func mark(_ plan: MovePlan, world: World) async throws {
        let names = names
        if let before = try await source.read({ try MoveMark.find(in: $0) }), before.leaves, before.other != names.target {
            throw MoveRefusal.away(before.other)
        }
        // As text: closures and 128 bits do not go together well (Swift 6.3).
        let shop = try await source.write { String(try Feed.epoch(in: $0, world: world), radix: 16) }
        try await target.write { transaction in
            guard let shop = UInt128(shop, radix: 16) else { return }
            if let mark = try MoveMark.find(in: transaction) {
                guard mark.shop == shop, !mark.leaves else { throw MoveRefusal.anotherShop(names.target) }
                return
            }
            for table in plan.tables where try transaction.exists(table.anything) {
                throw MoveRefusal.notEmpty(names.target, table: table.name)
            }
            try MoveMark(shop: shop, leaves: false, other: names.source).set(in: transaction)
        }
        try await source.write { transaction in
            guard let shop = UInt128(shop, radix: 16) else { return }
            try MoveMark(shop: shop, leaves: true, other: names.target).set(in: transaction)
        }
    }

    private func copy(_ table: MovedTable, _ progress: @Sendable (Progress) -> Void) async throws {
        let all = try await source.read { try $0.value(table.count, as: Int.self) ?? 0 }
        let arrived = try await target.read { try ($0.row(table.lastRow) { try table.row(&$0) }, $0.value(table.count, as: Int.self) ?? 0) }
        var done = arrived.1
        var rows = try await rows(of: table, behind: arrived.0)
        while let last = rows.last {
            let these = rows
            // The next are read while these are written.
            async let next = these.count < batch ? [] : self.rows(of: table, behind: last)
            try await insert(these, into: table)
            done += these.count
            progress(Progress(table: table.name, done: done, all: all))
            try Task.checkCancellation()
            rows = try await next
        }
    }

    private func rows(of table: MovedTable, behind row: [Value]?) async throws -> [[Value]] {
        let batch = batch
        return try await source.read { snapshot in
            try snapshot.rows(table.rows(behind: row.map(table.key(of:)), limit: batch)) { try table.row(&$0) }
        }
    }

    private func insert(_ rows: [[Value]], into table: MovedTable) async throws {
        try await target.write { transaction in
            let words = transaction.moveWords
            var rest = rows[...]
            var size = Self.rowsAtOnce
            while !rest.isEmpty {
                // Sizes that repeat, so that few different statements need preparing.
                while size > rest.count { size /= 2 }
                try transaction.run(table.insertion(of: rest.prefix(size), saying: words))
                rest = rest.dropFirst(size)
            }
        }
    }

    private func fillReferences(of table: MovedTable) async throws {
        var last: [Value]?
        while true {
            let rows = try await rows(of: table, behind: last)
            guard let end = rows.last else { return }
            let changes = rows.compactMap { table.references(of: $0) }
            if !changes.isEmpty { try await target.write { for change in changes { try $0.run(change) } } }
            last = end
        }
    }

    private func numberOn(_ plan: MovePlan) async throws {
        for table in plan.tables where table.number != nil {
            guard let last = try await source.read({ try $0.value($0.moveWords.lastNumber(table), as: Int64.self) }) else { continue }
            try await target.write { transaction in
                for statement in transaction.moveWords.numberOn(table, last) { try transaction.run(statement) }
            }
        }
    }

    private func count(_ plan: MovePlan) async throws -> [Count] {
        var counts: [Count] = []
        for table in plan.tables {
            let here = try await source.read { try $0.value(table.count, as: Int.self) ?? 0 }
            let there = try await target.read { try $0.value(table.count, as: Int.self) ?? 0 }
            counts.append(Count(table: table.name, source: here, target: there))
        }
        return counts
    }

    /// A power of two. With the widest table's columns it stays below the parameters that both engines take (32,766).
    private static let rowsAtOnce = 128
}
