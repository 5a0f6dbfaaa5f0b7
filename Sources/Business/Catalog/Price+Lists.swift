import Database
import Essentials

extension Price {
    /// The prices of several variants on every list that has one, in one statement: for those who set them.
    public static func of(_ variants: [Variant.ID], in reading: some Reading) throws -> [Variant.ID: [PriceList.ID: Price]] {
        guard !variants.isEmpty else { return [:] }
        var prices: [Variant.ID: [PriceList.ID: Price]] = [:]
        try reading.each(
            """
            SELECT price.variant, price.list, list.currency, price.amount, price.compare_at
            FROM price JOIN price_list list ON list.id = price.list WHERE price.variant IN \(list: variants)
            """
        ) { row in
            let variant: Variant.ID = try row.next()
            let list: PriceList.ID = try row.next()
            prices[variant, default: [:]][list] = try row.nextPrice(row.nextCurrency())
        }
        return prices
    }
}
