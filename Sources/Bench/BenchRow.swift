/// What can be measured, in the order in which it is.
public enum BenchRow: String, CaseIterable, Codable, Sendable {
    case checkouts
    case oneSKU = "one-sku"
    case twoNodes = "two-nodes"
    case productPage = "product-page"
    case collectionPage = "collection-page"
    case tillToPage = "till-to-page"
    case livePages = "live-pages"
    case memory
    case importing = "import"
    case large

    /// What the report calls it.
    public var title: String {
        switch self {
        case .checkouts: "whole checkouts: cart with 3 lines, address, payment, order"
        case .oneSKU: "the same, all buyers after one SKU until it is sold out"
        case .twoNodes: "whole checkouts, the buyers spread over two nodes"
        case .productPage: "product page, drawn by Zipf, 50 sales a second beside"
        case .collectionPage: "collection page of 24, 50 sales a second beside"
        case .tillToPage: "till sale to number on an open product page"
        case .livePages: "a sale to 5,000 open pages"
        case .memory: "server memory, real catalogue, idle after the bench"
        case .importing: "import of the 19,406 products"
        case .large: "whole checkouts with 30 million balances"
        }
    }

    /// What is to be reached on two quiet cores.
    public var asked: String {
        switch self {
        case .checkouts: "≥ 1,000/s, p99 < 80 ms"
        case .oneSKU: "≥ half of that rate, sold = stock"
        case .twoNodes: "not slower than one node"
        case .productPage: "≥ 8,000/s, p99 < 20 ms"
        case .collectionPage: "≥ 5,000/s"
        case .tillToPage: "p99 < 100 ms"
        case .livePages: "5,000 open on one node"
        case .memory: "< 350 MB"
        case .importing: "< 20 s, < 300 MB"
        case .large: "≥ 75% of the rate with 0.4 million"
        }
    }
}

extension BenchRow: Comparable {
    public static func < (a: Self, b: Self) -> Bool { a.place < b.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
