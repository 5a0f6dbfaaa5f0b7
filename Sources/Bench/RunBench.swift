import Essentials
import Foundation

/// Measures the rows that the settings name, over real HTTP, and reports them.
///
/// The server is a process of its own, started as an operator starts it, on a copy of a prepared database; the database of
/// thirty million balances is too large to copy each time and is worked on in place, so that it gains the orders of each run.
/// - Parameter say: told in a few words what happens now.
/// - Throws: a description for people when something could not be measured.
public func runBench(_ settings: BenchSettings, say: (String) -> Void) throws -> BenchReport {
    raiseOpenFileLimit()
    try FileManager.default.createDirectory(atPath: settings.folder, withIntermediateDirectories: true)
    var run = BenchRun(settings: settings, report: BenchReport(machine: .current))
    try run.prepare(say)
    let start = Tick.now
    // First, while this process is still small: see `Child.Ending.peakBytes`.
    if run.wants(.importing) { try run.measureImporting(say) }
    if run.wantsShop { try run.measureShop(say) }
    if run.wants(.large) { try run.measureLarge(say) }
    run.report.seconds = Double(Tick.now - start) / 1e9
    run.report.figures.sort { $0.row < $1.row }
    return run.report
}

/// One run of the bench as it goes along.
private struct BenchRun {
    let settings: BenchSettings
    var report: BenchReport
    private var real: PreparedDatabase?
    private var large: PreparedDatabase?
    private var empty: Limit?

    init(settings: BenchSettings, report: BenchReport) {
        self.settings = settings
        self.report = report
    }

    func wants(_ row: BenchRow) -> Bool { settings.rows.contains(row) }
    /// Whoever compares with the checkouts needs them.
    var wantsCheckouts: Bool { wants(.checkouts) || wants(.oneSKU) || wants(.large) }
    var wantsShop: Bool { settings.rows.contains { $0 != .importing } }

    mutating func prepare(_ say: (String) -> Void) throws {
        if wantsShop { real = try PreparedDatabase(.real, settings, say: say) }
        if wants(.large) { large = try PreparedDatabase(.large, settings, say: say) }
    }

    mutating func measureImporting(_ say: (String) -> Void) throws {
        say(BenchRow.importing.title)
        report.figures.append(try measureImport(settings))
    }

    mutating func measureShop(_ say: (String) -> Void) throws {
        guard let copy = try real?.copy(to: settings.folder + "/run") else { return }
        let stage = try Stage(on: copy, settings)
        say("empty answers of the same server")
        let empty = try measureEmptyAnswer(on: stage)
        self.empty = empty
        report.limits.append(empty)
        if wantsCheckouts { try measureCheckouts(on: stage, copy: copy, say) }
        if wants(.productPage) { try add(.productPage, against: empty, say) { try measureProductPage(on: stage) } }
        if wants(.collectionPage) { try add(.collectionPage, against: empty, say) { try measureCollectionPage(on: stage) } }
        if wants(.tillToPage) { try add(.tillToPage, say) { try measureTillToPage(on: stage) } }
        if wants(.livePages) { try add(.livePages, say) { try measureLivePages(on: stage) } }
        if wants(.memory) { try add(.memory, say) { measureIdleMemory(on: stage) } }
        try stage.server.stop()
        say("seam doctor on what the bench has left")
        try SeamCommand(settings: settings).run(SeamCommand.doctor(copy.database), as: "doctor", within: .minutes(5))
    }

    mutating func measureLarge(_ say: (String) -> Void) throws {
        guard let large else { return }
        let stage = try Stage(on: large, settings)
        say(BenchRow.large.title)
        var figure = try Bench.measureCheckouts(.large, on: stage)
        try stage.server.stop()
        let few = report.figures.first { $0.row == .checkouts }?.rate ?? 0
        let share = (figure.rate ?? 0) / max(1, few)
        figure.measured = "\((share * 100).rounded().shown)% (\((figure.rate ?? 0).grouped)/s)"
        figure.isReached = share >= 0.75
        report.figures.append(figure)
    }

    private mutating func measureCheckouts(on stage: Stage, copy: PreparedDatabase, _ say: (String) -> Void) throws {
        say(BenchRow.checkouts.title)
        let watcher = try PlainSQLite(copy.database)
        let start = try WrittenRows.Mark(in: watcher)
        var figure = try Bench.measureCheckouts(.checkouts, on: stage)
        let end = try WrittenRows.Mark(in: watcher)
        let oneSKU = wants(.oneSKU) ? try Bench.measureOneSKU(on: stage, others: figure) : nil

        say("the same rows by plain SQLite")
        let written = try WrittenRows(in: watcher, since: start, until: end, jobs: figure.jobs ?? 0, most: 3_000)
        if let limit = try real?.copy(to: settings.folder + "/plain") {
            let plain = try measurePlainRows(written, into: limit.database)
            report.limits.append(plain)
            figure.compare(with: plain)
        }
        figure.compare(with: empty, work: Figure.requestsPerCheckout)
        figure.isReached = figure.reachesCheckouts
        report.figures.append(figure)
        if let oneSKU { report.figures.append(oneSKU) }
    }

    private mutating func add(
        _ row: BenchRow, against limit: Limit? = nil, _ say: (String) -> Void, _ measure: () throws -> Figure
    ) throws {
        say(row.title)
        var figure = try measure()
        figure.compare(with: limit)
        report.figures.append(figure)
    }
}
