import Essentials
import Foundation

/// The real catalogue into an empty file.
func measureImport(_ settings: BenchSettings) throws -> Figure {
    let folder = settings.folder + "/import"
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try measureImport(into: folder + "/seam.db", settings)
}

/// The real catalogue into an empty database, from the start of the command to its end.
func measureImport(into database: String, _ settings: BenchSettings) throws -> Figure {
    let start = Tick.now
    let ending = try SeamCommand(settings: settings).run(
        SeamCommand.importing("products", from: settings.products, into: database), as: "import", within: .minutes(5))
    let seconds = Double(Tick.now - start) / 1e9

    let megabytes = Double(ending.peakBytes) / 1_048_576
    var figure = Figure(
        .importing, measured: "\(seconds.shown) s, \(megabytes.rounded().shown) MB", isReached: seconds < 20 && megabytes < 300)
    figure.seconds = seconds
    figure.use = Figure.Use(serverCPUSeconds: ending.cpuSeconds, serverMemoryBytes: ending.peakBytes)
    return figure
}
