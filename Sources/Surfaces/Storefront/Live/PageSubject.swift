import Catalog

/// What pages can show besides the things that have ids.
enum PageSubject {
    /// Which products there are, and what they are sorted by.
    static let catalogue: UInt128 = 1

    /// How the front of the shop is arranged.
    static let front: UInt128 = 2

    /// Which stories there are.
    static let stories: UInt128 = 3

    /// Whether a variant can be had at all: what a list shows of stock. A product's own page shows the number, and is kept
    /// under the variant's id.
    static func presence(of variant: Variant.ID) -> UInt128 { ~variant.bits }
}
