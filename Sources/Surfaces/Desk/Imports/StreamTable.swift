import Database
import Essentials
import HTTPTypes
import Hummingbird
import Inventory
import Places
import Staff
import Web

extension Desk {
    func showLocationExport(_ visit: Visit) async throws -> Response {
        try visit.actor.require(.manager)
        let (database, actor) = (database, visit.actor)
        return .table(named: "locations.csv") { try await LocationExport().run(from: database, by: actor, to: $0) }
    }

    func showStockExport(_ visit: Visit) async throws -> Response {
        try visit.actor.require(.manager)
        let (database, actor) = (database, visit.actor)
        return .table(named: "stock.csv") { try await StockExport().run(from: database, by: actor, to: $0) }
    }
}

extension Response {
    /// A file that is written while it is sent.
    /// - Parameter write: hands the file's bytes on as it makes them.
    static func table(
        named name: String, _ write: @escaping @Sendable (@escaping @Sendable ([UInt8]) throws -> Void) async throws -> Void
    ) -> Response {
        let body = ResponseBody { writer in
            let (pieces, reading) = AsyncThrowingStream.makeStream(of: [UInt8].self)
            let task = Task {
                do {
                    try await write { reading.yield($0) }
                    reading.finish()
                } catch {
                    reading.finish(throwing: error)
                }
            }
            defer { task.cancel() }
            for try await piece in pieces { try await writer.write(ByteBuffer(bytes: piece)) }
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [.contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"\(name)\""], body: body)
    }
}
