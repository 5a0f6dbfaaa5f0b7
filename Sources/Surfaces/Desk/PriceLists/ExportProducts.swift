import Catalog
import Essentials
import HTTPTypes
import Hummingbird
import Staff
import Web

extension Desk {
    /// Every product with its prices on one list, as the CSV that `seam import products` reads.
    func showExport(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: PriceList.self)
        let list = try await database.read { try PriceList.find(id, in: $0) }
        let actor = visit.actor
        try actor.require(.manager)
        let (database, export) = (database, ProductExport(list: list))
        let body = ResponseBody { writer in
            let (pieces, reading) = AsyncThrowingStream.makeStream(of: [UInt8].self)
            let task = Task {
                do {
                    _ = try await export.run(from: database, by: actor) { reading.yield($0) }
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
            headers: [.contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"products-\(list.handle).csv\""],
            body: body)
    }
}
