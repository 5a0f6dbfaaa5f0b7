import Database
import Essentials
import Foundation
import Tables

/// Keeps how far an import is.
/// - Parameter done: bytes of the file that were read.
public func noteProgress(of id: ImportRun.ID, _ report: ImportReport, done: Int64, in transaction: Transaction, world: World) throws {
    try transaction.run(
        """
        UPDATE import_run SET heard_at = \(world.now), done = \(done), rows_read = \(report.rowsRead), created = \(report.created),
            updated = \(report.updated), unchanged = \(report.unchanged), refused = \(report.refusedCount),
            fallen = \(report.fallenCount)
        WHERE id = \(id) AND ended_at IS NULL
        """)
}

/// Keeps what an import did, and that it has ended.
/// - Parameter fault: why it ended before the file did; what was taken until then stays.
public func endImport(_ id: ImportRun.ID, _ report: ImportReport, fault: Sentence? = nil, in transaction: Transaction, world: World) throws
{
    let refusals = report.refused.prefix(ImportRun.mostRefusals).map {
        ImportRun.Refused(line: $0.line, column: $0.column, reason: $0.reason)
    }
    let text = String(decoding: try JSONEncoder().encode(refusals), as: UTF8.self)
    try transaction.run(
        """
        UPDATE import_run SET heard_at = \(world.now), ended_at = \(world.now), done = size, rows_read = \(report.rowsRead),
            created = \(report.created), updated = \(report.updated), unchanged = \(report.unchanged), refused = \(report.refusedCount),
            fallen = \(report.fallenCount), refusals = \(text), fault = \(fault.map { try $0.kept })
        WHERE id = \(id) AND ended_at IS NULL
        """)
}
