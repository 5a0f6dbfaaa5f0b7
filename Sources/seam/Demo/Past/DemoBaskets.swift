import Essentials

/// What people put together: favourites far more often than the rest, and what stands in one department more often than not.
struct DemoBaskets: Sendable {
    private struct Article: Sendable {
        let sku: String
        let department: String
        let price: Int64
        let weight: Double
    }

    /// What is nearly gone when the shop opens stays so, for something has to be sold out.
    private static let fewest: Int64 = 6

    private let everywhere: [Article]
    private let onMarketplace: [Article]
    private let departments: [String: [Article]]

    /// The n-th favourite product is bought 1/n as often as the first (Zipf), its variants as often as each other.
    init(of assortment: DemoAssortment, by chance: inout DemoChance) {
        let favourites = chance.shuffled(assortment.products.filter { $0.status == .active })
        var (all, offered): ([Article], [Article]) = ([], [])
        for (rank, product) in favourites.enumerated() {
            let variants = product.variants.filter { $0.stock.values.reduce(0, +) > Self.fewest }
            for variant in variants {
                let article = Article(
                    sku: variant.sku, department: product.department, price: variant.price,
                    weight: 1 / Double((rank + 3) * variants.count))
                all.append(article)
                if product.isOnMarketplace, !DemoEvent.toldOnMarketplace.contains(variant.sku) { offered.append(article) }
            }
        }
        (everywhere, onMarketplace) = (all, offered)
        departments = Dictionary(grouping: all, by: \.department)
    }

    /// What one person wants.
    func basket(by chance: inout DemoChance) -> [DemoLine] {
        let first = chance.pick(everywhere, by: \.weight)
        var wanted = [first]
        for _ in 0..<chance.pick([0, 0, 0, 0, 1, 1, 1, 2, 2, 4]) {
            let shelf = chance.happens(0.6) ? departments[first.department] ?? everywhere : everywhere
            wanted.append(chance.pick(shelf, by: \.weight))
        }
        return lines(wanted, by: &chance)
    }

    /// What one person wants whom a marketplace sends.
    func marketplaceBasket(by chance: inout DemoChance) -> [DemoLine] {
        [DemoLine(chance.pick(onMarketplace, by: \.weight).sku)]
    }

    private func lines(_ wanted: [Article], by chance: inout DemoChance) -> [DemoLine] {
        var seen: Set<String> = []
        return wanted.filter { seen.insert($0.sku).inserted }.map { article in
            DemoLine(article.sku, Int64(chance.pick(Self.amounts(of: article))))
        }
    }

    /// Jars come in twos, cups for as many as sit at the table; nobody buys two lamps.
    private static func amounts(of article: Article) -> [Int] {
        switch article.department {
        case "pantry": [1, 1, 1, 2, 2, 3]
        case "table" where article.price < 30_00: [1, 1, 2, 2, 4, 6]
        default: article.price < 15_00 ? [1, 1, 1, 2] : [1]
        }
    }
}
