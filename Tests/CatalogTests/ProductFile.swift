import Catalog
import Foundation
import Synchronization
import Tables
import TestKit
import Testing

/// A product CSV in memory.
struct ProductFile {
    var bytes: [UInt8]

    init(_ lines: [String]) {
        bytes = Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Small chunks, so that every cell is cut somewhere.
    func reader(chunk: Int = 7) throws -> CSVReader {
        var rest = bytes[...]
        return try CSVReader {
            defer { rest = rest.dropFirst(chunk) }
            return rest.isEmpty ? nil : Array(rest.prefix(chunk))
        }
    }

    /// One product a line, with a title, an SKU and a price.
    static func simple(_ count: Int) -> ProductFile {
        ProductFile(["Handle,Title,Variant SKU,Variant Price"] + (1...count).map { "p-\($0),Product \($0),S-\($0),\($0).95" })
    }

    /// Looks for a file of `shared/data` beside the project.
    static func shared(_ name: String) -> String? {
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path != "/" {
            let path = folder.appending(path: "shared/data/\(name)").path
            if FileManager.default.fileExists(atPath: path) { return path }
            folder.deleteLastPathComponent()
        }
        return nil
    }
}

extension TestCatalog {
    @discardableResult
    func importing(_ file: ProductFile, chunk: Int = 1 << 16) async throws -> ImportReport {
        try await ProductImport(list: list, world: world).run(try file.reader(chunk: chunk), into: database, by: manager)
    }

    @discardableResult
    func importing(_ lines: String...) async throws -> ImportReport {
        try await importing(ProductFile(lines))
    }

    func exported() async throws -> ProductFile {
        let bytes = Mutex<[UInt8]>([])
        _ = try await ProductExport(list: list).run(from: database, by: manager) { chunk in bytes.withLock { $0 += chunk } }
        return ProductFile(bytes: bytes.withLock { $0 })
    }

    func detail(_ handle: String) async throws -> ProductDetail {
        try #require(try await read { try ProductDetail.find(handle: handle, on: list.id, in: $0) })
    }
}

extension ImportReport {
    var figures: [Int] { [rowsRead, created, updated, unchanged, refusedCount] }
}
