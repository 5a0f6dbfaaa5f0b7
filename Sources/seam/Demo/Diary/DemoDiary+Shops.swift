import Catalog
import Channels
import Database
import Essentials
import Inventory
import Orders
import Places
import Staff

extension DemoDiary {
    /// A sale over the counter, at the price of the day.
    @discardableResult
    func sell(
        _ wanted: [DemoLine], for tender: DemoTender, in shop: DemoPlace, transaction: Transaction, world: World
    ) throws -> Order {
        let channel = channels.till
        let lines = try shelves.lines(wanted)
        let prices = try Price.of(lines.map(\.variant), on: channel.priceList, in: transaction)
        let sold = try lines.map { line in
            guard let price = prices[line.variant] else { throw OrdersRefusal.notForSale }
            return TillSale.Line(line.variant, quantity: line.quantity, unitPrice: price.amount)
        }
        let total = sold.reduce(Money.zero(channel.currency)) { $0 + $1.unitPrice * $1.quantity }
        let tenders = [tender == .cash ? Tender(.cash, total.inNotes) : Tender(.card, total, reference: world.terminalReference)]
        let sale = TillSale(id: world.id(), lines: sold, tenders: tenders, at: world.now)
        let seller = people.seller(at: shop)
        let context = SaleContext(
            channel: channel.id, location: try location(shop), staff: seller.member, device: tills[shop], source: "till",
            currency: channel.currency)
        return try ringUp(sale, in: context, on: channel, by: seller.actor.through(channel.id.bits), in: transaction, world: world)
    }

    /// Sells what lies in the shop of what somebody came for.
    /// - Returns: what they bought, and their order; `nil` when none of it was there.
    func serve(
        _ wanted: [DemoLine], for tender: DemoTender, in shop: DemoPlace, transaction: Transaction, world: World
    ) throws -> (lines: [DemoLine], order: Order)? {
        let variants = try shelves.lines(wanted).map(\.variant)
        let free = try StockLevel.of(variants, at: [location(shop)], in: transaction).reduce(into: [:]) { $0[$1.variant] = $1.free }
        let there = try wanted.compactMap { line in
            let units = min(line.quantity, free[try shelves[line.sku]] ?? 0)
            return units > 0 ? DemoLine(line.sku, units) : nil
        }
        guard !there.isEmpty else { return nil }
        return (there, try sell(there, for: tender, in: shop, transaction: transaction, world: world))
    }
}

extension World {
    /// What the card terminal beside the till prints: six digits.
    fileprivate var terminalReference: String {
        var random = random
        return String((0..<6).map { _ in Character(String(Int.random(in: 0...9, using: &random))) })
    }
}

extension Money {
    /// What people hand over: the next full five.
    fileprivate var inNotes: Money {
        let note = 5 * currency.scale
        return Money(minorUnits: (minorUnits + note - 1) / note * note, currency: currency)
    }
}
