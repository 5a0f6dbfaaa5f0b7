import ArgumentParser
import Bench
import Foundation

extension BenchEngine: ExpressibleByArgument {}

struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure a shop from outside, over real HTTP, and print a table.")
    @Option(help: "Which engine keeps the shop: \(BenchEngine.allCases.map(\.rawValue).joined(separator: " or ")).")
    var database = BenchEngine.sqlite
    @Option(help: "Only these rows, with commas between them: \(BenchRow.allCases.map(\.rawValue).joined(separator: ", ")).")
    var only: String?
    @Option(help: "Write all figures to this file as JSON.") var json: String?
    @Option(help: "Visitors at a time.") var clients = 32
    @Option(help: "Seconds that a row is measured.") var seconds = 10
    @Option(help: "The folder with icecat-products.csv and stores.csv.") var data = "../shared/data"
    @Option(help: "Where prepared databases are kept.") var folder = "var/bench"
    @Flag(help: "Prepare the kept databases anew.") var anew = false

    func run() async throws {
        let rows = try only.map { names in
            try names.split(separator: ",").map { name in
                guard let row = BenchRow(rawValue: String(name)), database.rows.contains(row) else {
                    throw ValidationError("There is no row “\(name)” for \(database.rawValue).")
                }
                return row
            }
        }
        let executable = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        let settings = BenchSettings(
            executable: executable, data: data, folder: folder, engine: database, rows: rows, clients: clients, seconds: seconds,
            preparesAnew: anew)
        let report = try runBench(settings) { print("… \($0)") }
        print(report.table)
        if let json { try report.json.write(to: URL(filePath: json)) }
    }
}
