import Catalog
import Database
import Essentials

/// What many buyers fight for at once: units of the same variants, and the accounts that all money passes through.
extension ContendedKey {
    public static func variants(_ variants: some Sequence<Variant.ID>) -> [ContendedKey] {
        variants.map { ContendedKey($0.bits) }
    }

    /// Every sale in a currency books to the same few accounts, when all else is done.
    public static func money(_ currency: Currency, of sale: UInt128) -> ContendedKey {
        ContendedKey(currency.item, lot: UInt64(truncatingIfNeeded: sale))
    }
}

extension Cart {
    /// What a checkout of this cart will contend for.
    public static func contended(_ key: CartKey, in snapshot: some Reading) throws -> [ContendedKey] {
        try ContendedKey.variants(
            snapshot.values(
                "SELECT variant FROM cart_line WHERE cart = (SELECT id FROM cart WHERE \(sql: key.opens))",
                as: Variant.ID.self))
    }
}

extension Payment {
    /// What placing the order that it pays for will contend for.
    func contended(in snapshot: some Reading) throws -> [ContendedKey] {
        try ContendedKey.variants(Demand.of(sale, in: snapshot).map(\.variant)) + [.money(amount.currency, of: sale)]
    }
}
