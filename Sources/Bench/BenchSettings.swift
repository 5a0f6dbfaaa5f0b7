/// How the bench is to be run.
public struct BenchSettings: Sendable {
    /// The `seam` executable that is measured.
    public var executable: String
    /// Where the real catalogue and the real stores lie: `icecat-products.csv`, `stores.csv`.
    public var data: String
    /// Where prepared databases are kept, and runs take place.
    public var folder: String
    public var engine: BenchEngine
    public var rows: [BenchRow]
    /// Visitors at a time, for the rows of the shop.
    public var clients: Int
    /// Length of the measured window of a row.
    public var seconds: Int
    /// What starts a PostgreSQL server that is thrown away.
    public var postgres = "bin/postgres"
    /// Prepares the kept databases anew.
    public var preparesAnew: Bool

    public init(
        executable: String, data: String, folder: String, engine: BenchEngine = .sqlite, rows: [BenchRow]? = nil,
        clients: Int = 32, seconds: Int = 10, preparesAnew: Bool = false
    ) {
        self.executable = executable
        self.data = data
        self.folder = folder
        self.engine = engine
        self.rows = rows ?? engine.rows
        self.clients = clients
        self.seconds = seconds
        self.preparesAnew = preparesAnew
    }

    var products: String { data + "/icecat-products.csv" }
    var stores: String { data + "/stores.csv" }
    var warmUp: Duration { .seconds(max(1, seconds / 4)) }
    var window: Duration { .seconds(seconds) }
}
