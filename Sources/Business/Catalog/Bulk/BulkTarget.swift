import Essentials

/// A product that is to be changed with others, as it was seen.
public struct BulkTarget: Sendable, Hashable {
    public let product: Product.ID
    /// The version that was seen.
    public let seen: Int64
    /// Tells whether its prices on the list that is to change are those that were seen; `nil` when nobody minds.
    let prices: UInt64?

    public init(_ product: Product.ID, seen: Int64) {
        self.init(product, seen: seen, prices: nil)
    }

    private init(_ product: Product.ID, seen: Int64, prices: UInt64?) {
        self.product = product
        self.seen = seen
        self.prices = prices
    }

    init(_ detail: ProductDetail) {
        self.init(detail.product.id, seen: detail.product.version, prices: detail.fingerprintOfPrices)
    }

    /// Whether the product still is as it was seen.
    func sees(_ detail: ProductDetail) -> Bool {
        detail.product.version == seen && (prices == nil || prices == detail.fingerprintOfPrices)
    }
}

extension BulkTarget: LosslessStringConvertible {
    /// `prd_…:7:k3f9`, or `prd_…:7` when nobody minds the prices.
    public init?(_ description: String) {
        let parts = description.split(separator: ":")
        guard (2...3).contains(parts.count), let product = Product.ID(parts[0]), let seen = Int64(parts[1]) else { return nil }
        guard parts.count == 3 else {
            self.init(product, seen: seen)
            return
        }
        guard let prices = UInt64(parts[2], radix: 36) else { return nil }
        self.init(product, seen: seen, prices: prices)
    }

    public var description: String { "\(product):\(seen)" + (prices.map { ":" + String($0, radix: 36) } ?? "") }
}

extension ProductDetail {
    /// FNV-1a of its prices, so that one that has changed is noticed: prices make no version.
    fileprivate var fingerprintOfPrices: UInt64 {
        guard !prices.isEmpty else { return 0 }
        let text = prices.sorted { $0.key < $1.key }.map { variant, price in
            "\(variant) \(price.amount.minorUnits) \(price.compareAt?.minorUnits ?? -1);"
        }
        return text.joined().utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
