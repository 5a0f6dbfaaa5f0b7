import Catalog
import Channels
import Database
import Essentials
import Inventory
import Orders
import Staff

extension DemoDiary {
    /// A sale over the counter, at the price of the day and for cash.
    func sell(_ wanted: [DemoLine], in shop: DemoPlace, transaction: Transaction, world: World) throws {
        let channel = channels.till
        let lines = try shelves.lines(wanted)
        let prices = try Price.of(lines.map(\.variant), on: channel.priceList, in: transaction)
        let sold = try lines.map { line in
            guard let price = prices[line.variant] else { throw OrdersRefusal.notForSale }
            return TillSale.Line(line.variant, quantity: line.quantity, unitPrice: price.amount)
        }
        let total = sold.reduce(Money.zero(channel.currency)) { $0 + $1.unitPrice * $1.quantity }
        let sale = TillSale(id: world.id(), lines: sold, cash: total.inNotes, at: world.now)
        let seller = people.seller(at: shop)
        let context = SaleContext(
            channel: channel.id, location: try location(shop), staff: seller.member, device: tills[shop], source: "till",
            currency: channel.currency)
        _ = try ringUp(sale, in: context, on: channel, by: seller.actor.through(channel.id.bits), in: transaction, world: world)
    }

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

    /// A count that finds fewer than the books say.
    func count(
        _ missing: Int64, fewer sku: String, at place: DemoPlace, note: String, in transaction: Transaction, world: World
    ) throws {
        let (variant, location) = try (shelves[sku], location(place))
        let seen = try StockLevel.find(variant, at: location, pool: 0, in: transaction).onHand
        try adjustStock(
            variant, at: location, from: seen, to: seen - missing, because: .counted, note: note, by: people.seller(at: place).actor,
            in: transaction, world: world)
    }
}

extension Money {
    /// What people hand over: the next full five.
    fileprivate var inNotes: Money {
        let note = 5 * currency.scale
        return Money(minorUnits: (minorUnits + note - 1) / note * note, currency: currency)
    }
}
