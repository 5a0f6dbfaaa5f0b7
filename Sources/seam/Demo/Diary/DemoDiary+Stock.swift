import Catalog
import Database
import Essentials
import Inventory
import Places

extension DemoDiary {
    func move(
        _ lines: [DemoLine], from source: DemoPlace, to target: DemoPlace, note: String, in transaction: Transaction, world: World
    ) throws {
        try moveStock(
            shelves.lines(lines), from: location(source), to: location(target), note: note, by: people.kaisa, in: transaction, world: world)
    }

    func damage(_ line: DemoLine, at place: DemoPlace, note: String, in transaction: Transaction, world: World) throws {
        let units = StockLine(try shelves[line.sku], line.quantity)
        try setAside(units, as: .damaged, at: location(place), note: note, by: people.kaisa, in: transaction, world: world)
    }

    /// A count that finds fewer or more than the books say.
    func count(
        _ sku: String, at place: DemoPlace, change: Int64, note: String, in transaction: Transaction, world: World
    ) throws {
        let (variant, location) = try (shelves[sku], location(place))
        let seen = try StockLevel.find(variant, at: location, pool: 0, in: transaction).onHand
        try adjustStock(
            variant, at: location, from: seen, to: seen + change, because: change > 0 ? .found : .counted, note: note,
            by: people.seller(at: place).actor, in: transaction, world: world)
    }

    /// The suppliers bring what has fallen below a third of what the warehouse opened with.
    func deliver(in transaction: Transaction, world: World) throws {
        let lines = try low(at: .warehouse, below: 3, in: transaction)
        guard !lines.isEmpty else { return }
        try receiveStock(lines, at: location(.warehouse), note: "Ordered when it ran low", by: people.kaisa, in: transaction, world: world)
    }

    /// The warehouse sends a shop what has fallen below half of what it opened with, as far as it has it.
    func refill(_ shop: DemoPlace, in transaction: Transaction, world: World) throws {
        let wanted = try low(at: shop, below: 2, in: transaction)
        let free = try StockLevel.of(wanted.map(\.variant), at: [location(.warehouse)], in: transaction)
            .reduce(into: [:]) { $0[$1.variant] = $1.free }
        let lines = wanted.compactMap { line in
            let units = min(line.quantity, (free[line.variant] ?? 0) / 2)
            return units > 0 ? StockLine(line.variant, units) : nil
        }
        guard !lines.isEmpty else { return }
        try moveStock(
            lines, from: location(.warehouse), to: location(shop), note: "The week's van", by: people.kaisa, in: transaction, world: world)
    }

    /// What is missing of each article of which less than that part is free; what the shop opened with one or two of
    /// comes no more.
    private func low(at place: DemoPlace, below part: Int64, in transaction: Transaction) throws -> [StockLine] {
        let usual = try shelves.opening.sorted { $0.key < $1.key }.compactMap { sku, stock in
            try stock[place].flatMap { $0 > 2 ? StockLine(try shelves[sku], $0) : nil }
        }
        let free = try StockLevel.of(usual.map(\.variant), at: [location(place)], in: transaction)
            .reduce(into: [:]) { $0[$1.variant] = $1.free }
        return usual.compactMap { line in
            let left = max(0, free[line.variant] ?? 0)
            return left * part < line.quantity ? StockLine(line.variant, line.quantity - left) : nil
        }
    }
}
