import Essentials
import Foundation

/// A shop that runs over a prepared database, on one node or several: where rows are measured.
final class Stage {
    let servers: [Server]
    /// What is asked of it.
    let goals: Goals
    let shop: PreparedShop
    let settings: BenchSettings
    private var tillCookies: String?

    var script: ShopScript { ShopScript(writer: server.writer) }

    /// Several nodes share out the processors, their sessions at the server with them, as an operator has them do (`Docs/Scaling.md`).
    init(on database: PreparedDatabase, nodes: Int = 1, goals: Goals = .file, _ settings: BenchSettings) throws {
        self.settings = settings
        self.goals = goals
        shop = try database.shop
        let processors = Processors.own
        servers = try (1...nodes).map {
            try Server(settings, database: database.database, number: $0, on: processors.share(ofNode: $0, among: nodes))
        }
        waitUntilIdle()
    }

    /// A server that has just started on an imported catalogue catches up with its feed: what is measured is one that runs
    /// for a while. It is idle when it takes a tenth of a processor, and is waited for half a minute at most.
    private func waitUntilIdle() {
        for _ in 0..<60 {
            guard let before = ProcessFigures(sumOf: servers)?.cpuSeconds else { return }
            usleep(500_000)
            guard let after = ProcessFigures(sumOf: servers)?.cpuSeconds, after - before > 0.05 else { return }
        }
    }

    /// The node that is asked what any would answer.
    var server: Server { servers[0] }

    /// Nobody yet, in front of all nodes.
    func crowd() -> Crowd { Crowd(ports: servers.map(\.port)) }

    func stop() throws {
        for server in servers { try server.stop() }
    }

    /// Takes the crowd through warm-up and window, and asks on both sides what the window cost.
    /// - Parameter isDone: whether the crowd's work has ended; by default when everybody has left.
    func run(_ crowd: Crowd, through tally: Tally, until isDone: (Tick) -> Bool = { _ in false }) throws -> Figure.Use {
        let patience: Duration = .seconds(60)
        try crowd.run(atMost: patience) { $0 >= tally.window.lowerBound }
        let start = ProcessFigures(sumOf: servers)
        let own = ownCPUSeconds()
        try crowd.run(atMost: .seconds(tally.seconds) + patience) { tally.isOver(at: $0) || isDone($0) }
        let cost = ownCPUSeconds() - own
        let end = ProcessFigures(sumOf: servers)
        try crowd.run(atMost: patience, until: isDone)

        return Figure.Use(
            serverCPUSeconds: start.flatMap { start in end.map { $0.cpuSeconds - start.cpuSeconds } },
            serverMemoryBytes: end?.residentBytes,
            clientMicrosecondsPerRequest: tally.requests.count > 0 ? cost / Double(tally.requests.count) * 1e6 : nil)
    }

    /// Clerks who together make so many sales a second, for as long as the tally's window is open.
    func clerks(
        _ count: Int, salesPerSecond: Int, tally: Tally, watch: Deliveries? = nil, choose: @escaping () -> String
    ) throws -> [Clerk] {
        let cookies = try cookiesOfTheTill()
        let interval = Duration.seconds(1) / salesPerSecond * count
        let start = Tick.now
        return (0..<count).map { position in
            Clerk(
                script: script, cookies: cookies, tally: tally, every: interval,
                from: start + interval / count * position, watch: watch, choose: choose)
        }
    }

    /// Registers the till and signs the clerk in, once for all rows.
    private func cookiesOfTheTill() throws -> String {
        if let tillCookies { return tillCookies }
        var cookies = Cookies()
        for step in script.openTill(shop.till) {
            let answer = try server.ask(step(cookies.header))
            guard answer.status == 303 else {
                throw BenchFault.unexpected("opening the till: \(answer.status) \(answer.text.prefix(300))")
            }
            cookies.keep(answer)
        }
        tillCookies = cookies.header
        return cookies.header
    }
}
