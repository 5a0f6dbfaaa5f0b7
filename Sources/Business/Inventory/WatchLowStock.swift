import Catalog
import Database
import Essentials
import Feed
import Settings

extension Follower {
    /// Keeps the list of variants that are running low, by the bound that the shop's settings draw. What is not counted is
    /// never low. Another bound lets it look through the whole stock once, and a product that was changed at its variants: they may be
    /// counted from now on, or no more.
    ///
    /// A variant that still has more than the bound on one shelf is not low, as long as none of its shelves owes anything.
    /// So variants of which a shelf owes are remembered, and all shelves are added up only of those, of what is low, and of what
    /// may be: a sale costs a look at the shelf it was made from, not at those of every store.
    public static let lowStock = Follower(
        "inventory.low", topics: [StockMoved.topic, StockOpened.topic, SettingsChanged.topic, ProductUpdated.topic], pace: .seconds(1),
        batch: 2_000
    ) { facts, snapshot -> Follower.Writing? in
        guard !facts.isEmpty else { return nil }
        let bound = try ShopSettings.find(in: snapshot).lowStock
        var unsure: [Variant.ID]?
        if !facts.contains(where: { $0.topic == SettingsChanged.topic }) {
            let touched = try TouchedStock(facts)
            unsure = try touched.mayBeLow(by: bound, in: snapshot).union(LowStock.listed(of: touched.variants, in: snapshot))
                .union(Variant.all(of: facts.changedProducts, in: snapshot)).sorted()
        }
        let change = try LowStock.change(upTo: bound, of: unsure, in: snapshot)
        guard !change.isEmpty else { return nil }
        return { transaction, _ in try change.write(in: transaction) }
    }
}
