import Essentials
import Foundation

/// Measures a shop on a PostgreSQL server that is started for it and thrown away: on one node, then on two.
func runServerBench(_ settings: BenchSettings, say: @escaping (String) -> Void) throws -> BenchReport {
    let kept = try PreparedDatabase(.real, settings, say: say)
    let server = try ThrowawayServer(settings)
    defer { server.stop() }
    // First, while this process is still small: see `Child.Ending.peakBytes`.
    let imported = try settings.rows.contains(.importing) ? server.database(named: "imported") : nil
    let start = Tick.now
    let importing = imported.map { database in
        say(BenchRow.importing.title)
        do { return try measureImport(into: database, settings) } catch { return Figure(.importing, failed: error) }
    }
    say("the shop moves to PostgreSQL")
    let shop = try kept.moved(to: server.address, settings)

    let run = ServerBenchRun(settings: settings, shop: shop, say: say)
    if let importing { run.report.figures.append(importing) }
    try run.measureLimit(of: server)
    try run.measureOneNode()
    if settings.rows.contains(.twoNodes) { try run.measureTwoNodes() }
    run.examine()
    run.report.seconds = Double(Tick.now - start) / 1e9
    run.report.figures.sort { $0.row < $1.row }
    return run.report
}

/// One run as it goes along.
private final class ServerBenchRun {
    let settings: BenchSettings
    let shop: PreparedDatabase
    let say: (String) -> Void
    var report = BenchReport(machine: .current)
    private var goals = Goals.server(taking: 0)

    init(settings: BenchSettings, shop: PreparedDatabase, say: @escaping (String) -> Void) {
        self.settings = settings
        self.shop = shop
        self.say = say
    }

    func measureLimit(of server: ThrowawayServer) throws {
        say("pgbench on the same server")
        let rate = try server.measure()
        report.limits.append(Limit(name: "pgbench", rate: rate, detail: "TPC-B-like, scale 10, 32 clients of 1,000 transactions, prepared"))
        goals = .server(taking: rate)
    }

    func measureOneNode() throws {
        let stage = try Stage(on: shop, goals: goals, settings)
        say("empty answers of the same server")
        let empty = try measureEmptyAnswer(on: stage)
        report.limits.append(empty)
        add(.checkouts) { try measureCheckouts(.checkouts, on: stage) }
        let checkouts = report.figures.last
        add(.oneSKU) { try measureOneSKU(on: stage, others: checkouts) }
        add(.productPage, of: empty) { try measureProductPage(on: stage) }
        add(.collectionPage, of: empty) { try measureCollectionPage(on: stage) }
        add(.tillToPage) { try measureTillToPage(on: stage) }
        add(.livePages) { try measureLivePages(on: stage) }
        add(.memory) { measureIdleMemory(on: stage) }
        try stage.stop()
    }

    /// Against one node before and one after, since each run leaves orders behind, which make the next one slower; several times,
    /// since one such comparison differs from the next by a tenth: the middle one counts.
    func measureTwoNodes() throws {
        guard var before = report.figures.first(where: { $0.row == .checkouts })?.rate else { return }
        var turns: [Turn] = []
        do {
            for number in 1...Turn.count {
                say("\(BenchRow.twoNodes.title), and one again: \(number) of \(Turn.count)")
                let figure = try checkouts(.twoNodes, nodes: 2)
                let after = try checkouts(.checkouts, nodes: 1).rate ?? before
                turns.append(Turn(figure: figure, before: before, after: after))
                before = after
            }
        } catch {
            report.figures.append(Figure(.twoNodes, failed: error))
            return
        }
        turns.sort { $0.share < $1.share }
        let middle = turns[turns.count / 2]
        var figure = middle.figure
        figure.isReached = middle.share >= 1
        figure.notes.append(
            """
            \(percent(middle.share)) of one node, which did \(middle.before.rounded().grouped)/s before and \
            \(middle.after.rounded().grouped)/s after; the middle of \(turns.map { percent($0.share) }.joined(separator: ", "))
            """)
        figure.compare(with: report.limits.first)
        report.figures.append(figure)
    }

    private func checkouts(_ row: BenchRow, nodes: Int) throws -> Figure {
        let stage = try Stage(on: shop, nodes: nodes, goals: goals, settings)
        let figure = try measureCheckouts(row, on: stage)
        try stage.stop()
        return figure
    }

    private func percent(_ share: Double) -> String { "\((share * 100).rounded().shown)%" }

    func examine() {
        say("seam doctor, on what the bench has left")
        do {
            try SeamCommand(settings: settings).run(SeamCommand.doctor(shop.database), as: "doctor", within: .minutes(5))
        } catch {
            report.unsound = "\(error)"
        }
    }

    /// Measures a row, when it is wanted or others are compared with it; what hinders it is its figure.
    private func add(_ row: BenchRow, of limit: Limit? = nil, _ measure: () throws -> Figure) {
        guard settings.rows.contains(row) || row == .checkouts else { return }
        say(row.title)
        do {
            var figure = try measure()
            figure.compare(with: limit)
            if row == .checkouts { figure.asked = goals.words }
            if [.checkouts, .oneSKU, .twoNodes].contains(row) { figure.compare(with: report.limits.first) }
            report.figures.append(figure)
        } catch {
            report.figures.append(Figure(row, failed: error))
        }
    }
}

/// Two nodes between one and one.
private struct Turn {
    /// An odd number, so that one of them is the middle.
    static let count = 3

    let figure: Figure
    let before: Double
    let after: Double

    var share: Double { (figure.rate ?? 0) / ((before + after) / 2) }
}
