import Database
import Essentials

extension Price {
    /// The prices of these variants on a list, in one statement. What has none is not sold there.
    public static func of(_ variants: [Variant.ID], on list: PriceList.ID, in reading: some Reading) throws -> [Variant.ID: Price] {
        guard !variants.isEmpty else { return [:] }
        var prices: [Variant.ID: Price] = [:]
        try reading.each(
            """
            SELECT price.variant, list.currency, price.amount, price.compare_at
            FROM price JOIN price_list list ON list.id = price.list
            WHERE price.variant IN \(list: variants) AND price.list = \(list)
            """
        ) { row in
            let variant: Variant.ID = try row.next()
            prices[variant] = try row.nextPrice(row.nextCurrency())
        }
        return prices
    }

    /// What each of these variants is sold for on a list now, in one statement: none for a draft, for what is archived, and
    /// for what has no price there.
    public static func selling(_ variants: [Variant.ID], on list: PriceList.ID, in reading: some Reading) throws -> [Variant.ID: Price] {
        guard !variants.isEmpty else { return [:] }
        var prices: [Variant.ID: Price] = [:]
        try reading.each(selling(variants, on: list)) { row in
            let variant: Variant.ID = try row.next()
            prices[variant] = try row.nextPrice(row.nextCurrency())
        }
        return prices
    }

    /// The same of one variant, without waiting for the answer.
    public static func askSelling(_ variant: Variant.ID, on list: PriceList.ID, in transaction: Transaction) throws -> Asked<Price?> {
        try transaction.ask(selling([variant], on: list)) { row in
            row.skip()
            return try row.nextPrice(row.nextCurrency())
        }
    }

    private static func selling(_ variants: [Variant.ID], on list: PriceList.ID) -> SQL {
        """
        SELECT price.variant, list.currency, price.amount, price.compare_at
        FROM price JOIN variant ON variant.id = price.variant JOIN product ON product.id = variant.product
        JOIN price_list list ON list.id = price.list
        WHERE price.variant IN \(list: variants) AND price.list = \(list)
            AND variant.archived_at IS NULL AND product.status = \(word: Product.Status.active)
        """
    }

    /// One variant's prices on every list.
    public static func of(_ variant: Variant.ID, in reading: some Reading) throws -> [PriceList.ID: Price] {
        let found = try reading.rows(
            """
            SELECT price.list, list.currency, price.amount, price.compare_at
            FROM price JOIN price_list list ON list.id = price.list WHERE price.variant = \(variant)
            """
        ) { row in
            let list: PriceList.ID = try row.next()
            return (list, try row.nextPrice(row.nextCurrency()))
        }
        return Dictionary(uniqueKeysWithValues: found).compactMapValues(\.self)
    }
}
