import Catalog
import Channels
import Database
import Essentials
import Foundation
import Imports
import Inventory
import Places
import Staff
import Synchronization
import Tables
import Web

/// Brings files in behind the pages: whoever hands one in goes on at once, and looks at how far it is when they like.
final class FileImports: Sendable {
    private let database: any Database
    private let world: World

    /// How often progress is kept at most: people see it move, and the shop hardly notices.
    private static let pace = Duration.milliseconds(300)

    init(database: any Database, world: World) {
        self.database = database
        self.world = world
    }

    /// What is brought in, where to, and for whom.
    private struct Work: Sendable {
        let run: ImportRun.ID
        let kind: ImportRun.Kind
        let file: UploadedFile
        /// Gets the prices of products.
        let list: PriceList?
        let actor: Actor
        let heard = Heard()
    }

    /// Begins to bring a file in, and removes it afterwards.
    /// - Parameter list: gets the prices of products.
    /// - Throws: `StaffRefusal.forbidden` below manager.
    func begin(_ kind: ImportRun.Kind, _ file: UploadedFile, prices list: PriceList?, by actor: Actor) async throws -> ImportRun.ID {
        let world = world
        let id = try await database.write {
            try beginImport(kind, file: file.name, size: Int64(file.bytes), by: actor, in: $0, world: world)
        }
        let work = Work(run: id, kind: kind, file: file, list: list, actor: actor)
        Task { await finish(work) }
        return id
    }

    private func finish(_ work: Work) async {
        defer { work.file.discard() }
        let telling = Task { await tell(work) }
        var fault: Sentence?
        do {
            let report = try await bringIn(work)
            work.heard.report.withLock { $0 = report }
        } catch {
            fault = (error as? any Refusal)?.sentence ?? Sentence("It broke off by a fault of ours.")
        }
        telling.cancel()
        await telling.value
        let (report, reason, world) = (work.heard.report.withLock { $0 }, fault, world)
        try? await database.write { try endImport(work.run, report, fault: reason, in: $0, world: world) }
    }

    private func bringIn(_ work: Work) async throws -> ImportReport {
        let heard = work.heard
        let reader = try Self.reader(of: work.file) { count in heard.bytes.withLock { $0 += Int64(count) } }
        switch work.kind {
        case .products:
            guard let list = work.list else { throw CatalogRefusal.unknownPriceList }
            return try await ProductImport(list: list, world: world).run(reader, into: database, by: work.actor) { report in
                heard.report.withLock { $0 = report }
            }
        case .locations:
            return try await importLocations(reader, into: database, by: work.actor, world: world) { report in
                heard.report.withLock { $0 = report }
            }
        case .stock:
            return try await StockImport(into: database, by: work.actor, world: world).run(reader) { report in
                heard.report.withLock { $0 = report }
            }
        }
    }

    /// Keeps how far it is, now and then, until the task is cancelled.
    private func tell(_ work: Work) async {
        let world = world
        while (try? await Task.sleep(for: Self.pace)) != nil {
            let (report, done) = (work.heard.report.withLock { $0 }, work.heard.bytes.withLock { $0 })
            try? await database.write { try noteProgress(of: work.run, report, done: done, in: $0, world: world) }
        }
    }

    private static func reader(of file: UploadedFile, read: @escaping (Int) -> Void) throws -> CSVReader {
        guard case .file(let place) = file.content else {
            var rest = Optional(file.inMemory)
            return try CSVReader {
                defer { rest = nil }
                return rest
            }
        }
        let handle = try FileHandle(forReadingFrom: place)
        return try CSVReader {
            let bytes = try handle.read(upToCount: 1 << 18).map { [UInt8]($0) }
            read(bytes?.count ?? 0)
            return bytes
        }
    }
}

/// How far an import is, as it says it itself.
private final class Heard: Sendable {
    /// Of the file, read so far.
    let bytes = Mutex(Int64(0))
    let report = Mutex(ImportReport())
}
