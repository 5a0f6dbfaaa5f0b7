import Essentials
import Foundation

/// Measures the rows that the settings name, over real HTTP, and reports them.
///
/// The server is a process of its own, started as an operator starts it, on a copy of a prepared database; the database of
/// thirty million balances is too large to copy each time and is worked on in place, so that it gains the orders of each run.
/// - Parameter say: told in a few words what happens now.
/// - Throws: a description for people when something could not be measured.
public func runBench(_ settings: BenchSettings, say: @escaping (String) -> Void) throws -> BenchReport {
    raiseOpenFileLimit()
    try FileManager.default.createDirectory(atPath: settings.folder, withIntermediateDirectories: true)
    return try settings.engine.run(settings, say)
}

/// Measures a shop that lies in a file.
func runFileBench(_ settings: BenchSettings, say: (String) -> Void) throws -> BenchReport {
    let run = BenchRun(settings: settings, report: BenchReport(machine: .current))
    try run.prepare(say)
    let start = Tick.now
    // First, while this process is still small: see `Child.Ending.peakBytes`.
    if run.wants(.importing) { run.measureImporting(say) }
    if run.wantsShop { try run.measureShop(say) }
    if run.wants(.large) { run.measureLarge(say) }
    run.report.seconds = Double(Tick.now - start) / 1e9
    run.report.figures.sort { $0.row < $1.row }
    return run.report
}

/// One run of the bench as it goes along.
private final class BenchRun {
    let settings: BenchSettings
    var report: BenchReport
    private var real: PreparedDatabase?
    private var large: PreparedDatabase?

    init(settings: BenchSettings, report: BenchReport) {
        self.settings = settings
        self.report = report
    }

    func wants(_ row: BenchRow) -> Bool { settings.rows.contains(row) }
    /// Whoever compares with the checkouts needs them.
    var wantsCheckouts: Bool { wants(.checkouts) || wants(.oneSKU) || wants(.large) }
    var wantsShop: Bool { settings.rows.contains { $0 != .importing } }

    func prepare(_ say: (String) -> Void) throws {
        if wantsShop { real = try PreparedDatabase(.real, settings, say: say) }
        guard wants(.large) else { return }
        large = try PreparedDatabase(.large, settings, say: say)
        say("reading the large database once, as a server that has run for a while has")
        try large?.warm()
    }

    func measureImporting(_ say: (String) -> Void) {
        add(.importing, say) { try measureImport(settings) }
    }

    func measureShop(_ say: (String) -> Void) throws {
        guard let copy = try real?.copy(to: settings.folder + "/run") else { return }
        let stage = try Stage(on: copy, settings)
        say("empty answers of the same server")
        let empty = try measureEmptyAnswer(on: stage)
        report.limits.append(empty)
        if wantsCheckouts { try measureCheckouts(on: stage, over: copy.database, empty, say) }
        if wants(.productPage) { add(.productPage, of: empty, say) { try measureProductPage(on: stage) } }
        if wants(.collectionPage) { add(.collectionPage, of: empty, say) { try measureCollectionPage(on: stage) } }
        if wants(.tillToPage) { add(.tillToPage, say) { try measureTillToPage(on: stage) } }
        if wants(.livePages) { add(.livePages, say) { try measureLivePages(on: stage) } }
        if wants(.memory) { add(.memory, say) { measureIdleMemory(on: stage) } }
        try stage.stop()
        say("seam doctor, on what the bench has left")
        do {
            try SeamCommand(settings: settings).run(SeamCommand.doctor(copy.database), as: "doctor", within: .minutes(5))
        } catch {
            report.unsound = "\(error)"
        }
    }

    func measureLarge(_ say: (String) -> Void) {
        guard let large else { return }
        let few = report.figures.first { $0.row == .checkouts }?.rate
        add(.large, say) { try measureLargeCheckouts(on: large, against: few, settings) }
    }

    private func measureCheckouts(
        on stage: Stage, over database: String, _ empty: Limit, _ say: (String) -> Void
    ) throws {
        let watcher = try PlainSQLite(database)
        let start = try WrittenRows.Mark(in: watcher)
        add(.checkouts, of: empty, work: Figure.requestsPerCheckout, say) { try Bench.measureCheckouts(.checkouts, on: stage) }
        let end = try WrittenRows.Mark(in: watcher)
        let checkouts = report.figures.last { $0.row == .checkouts }
        if wants(.oneSKU) { add(.oneSKU, say) { try measureOneSKU(on: stage, others: checkouts) } }

        guard let jobs = checkouts?.jobs, jobs > 0, let copy = try real?.copy(to: settings.folder + "/plain") else { return }
        say("the same rows by plain SQLite")
        let written = try WrittenRows(in: watcher, since: start, until: end, jobs: jobs, most: 3_000)
        let plain = try measurePlainRows(written, into: copy.database)
        report.limits.append(plain)
        for position in report.figures.indices where [.checkouts, .oneSKU].contains(report.figures[position].row) {
            report.figures[position].compare(with: plain)
        }
    }

    /// Measures a row; what hinders it is its figure.
    /// - Parameter work: how many units of the limit one job of the row takes.
    private func add(
        _ row: BenchRow, of limit: Limit? = nil, work: Double = 1, _ say: (String) -> Void, _ measure: () throws -> Figure
    ) {
        say(row.title)
        do {
            var figure = try measure()
            figure.compare(with: limit, work: work)
            report.figures.append(figure)
        } catch {
            report.figures.append(Figure(row, failed: error))
        }
    }
}
