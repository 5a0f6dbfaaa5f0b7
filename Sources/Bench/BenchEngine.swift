/// Which engine keeps the shop that is measured.
public enum BenchEngine: String, CaseIterable, Sendable {
    case sqlite
    case postgres

    /// What is measured of it.
    public var rows: [BenchRow] {
        switch self {
        case .sqlite: BenchRow.allCases.filter { $0 != .twoNodes }
        case .postgres: [.checkouts, .oneSKU, .twoNodes, .productPage, .collectionPage, .tillToPage, .livePages, .memory, .importing]
        }
    }

    var run: (BenchSettings, @escaping (String) -> Void) throws -> BenchReport {
        switch self {
        case .sqlite: runFileBench
        case .postgres: runServerBench
        }
    }
}
