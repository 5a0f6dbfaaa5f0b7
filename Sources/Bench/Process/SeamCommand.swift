/// The verbs of `seam` that the bench uses, as their command lines. All that the bench knows of them is here.
struct SeamCommand {
    let settings: BenchSettings

    /// - Parameter bindsSessions: whether the server's processes that serve this node run where it runs.
    static func serve(_ database: String, port: UInt16, bindsSessions: Bool) -> [String] {
        ["serve", "--database", database, "--port", "\(port)"] + (bindsSessions ? ["--bind-sessions"] : [])
    }

    static func importing(_ what: String, from file: String, into database: String) -> [String] {
        // The real catalogue is priced in dollars.
        ["import", what, file, "--database", database, "--currency", "USD"]
    }

    /// Puts `units` of every product into each of its `stores` stores (nil: every store), hires a clerk, sets the wish aside,
    /// and writes what visitors must know (`PreparedShop`) to `description`.
    static func prepare(_ database: String, stores: Int?, units: Int, wishUnits: Int, description: String) -> [String] {
        ["bench-prepare", "--database", database, "--stores", stores.map(String.init) ?? "all", "--units", "\(units)"]
            + ["--wish-units", "\(wishUnits)", "--describe", description]
    }

    static func moving(_ database: String, to target: String) -> [String] { ["move", "--from", database, "--to", target] }

    static func doctor(_ database: String) -> [String] { ["doctor", "--database", database] }

    /// Runs it to its end.
    /// - Parameter name: what its log is called.
    @discardableResult
    func run(_ arguments: [String], as name: String, within limit: Duration) throws -> Child.Ending {
        try Child(settings.executable, arguments, log: "\(settings.folder)/\(name).log").finish(within: limit)
    }
}
