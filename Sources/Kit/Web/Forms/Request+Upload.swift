import Foundation
import HTTPTypes
import Hummingbird

extension Request {
    /// The fields and files of a form that brings files. How much may come is said by `WebServerOptions.uploads`.
    ///
    /// - Parameter folder: where files are written to as they come; without one they are kept in memory.
    /// - Throws: `FormRefusal` when it is no such form, or none that can be read; nothing is left on the disk then.
    public func upload(into folder: URL? = nil) async throws -> Upload {
        guard var scanner = headers[.contentType].flatMap({ MultipartScanner(contentType: $0) }) else { throw FormRefusal.notAForm }
        var intake = UploadIntake(folder: folder)
        do {
            for try await chunk in body {
                try scanner.scan(chunk.readableBytesView) { try intake.take($0) }
            }
            guard scanner.isOver else { throw FormRefusal.malformed }
        } catch {
            intake.abandon()
            throw error
        }
        return Upload(fields: Fields(intake.fields), files: intake.files)
    }
}

/// Puts together what a scanner takes out.
private struct UploadIntake {
    private static let mostField = 64 * 1024

    let folder: URL?
    private(set) var fields: [(name: String, value: String)] = []
    private(set) var files: [UploadedFile] = []
    private var part: Part?

    private struct Part {
        let name: String
        let file: String?
        var bytes: [UInt8] = []
        var count = 0
        var place: URL?
        var handle: FileHandle?
    }

    init(folder: URL?) {
        self.folder = folder
    }

    mutating func take(_ event: MultipartScanner.Event) throws {
        switch event {
        case .begin(let name, let file):
            part = Part(name: name, file: file)
            if file != nil, let folder { try open(in: folder) }
        case .bytes(let bytes):
            part?.count += bytes.count
            if let handle = part?.handle {
                try handle.write(contentsOf: bytes)
            } else {
                guard part?.file != nil || part?.count ?? 0 <= Self.mostField else { throw FormRefusal.malformed }
                part?.bytes += bytes
            }
        case .end:
            try finish()
        }
    }

    private mutating func open(in folder: URL) throws {
        let place = folder.appending(path: "upload-\(UUID().uuidString)")
        guard FileManager.default.createFile(atPath: place.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteUnknown)
        }
        part?.handle = try FileHandle(forWritingTo: place)
        part?.place = place
    }

    private mutating func finish() throws {
        guard let done = part else { return }
        try done.handle?.close()
        part = nil
        if let file = done.file {
            let kept = UploadedFile(
                field: done.name, name: String(file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""), bytes: done.count,
                content: done.place.map { .file($0) } ?? .memory(done.bytes))
            // A field for which no file was chosen comes with an empty name.
            if file.isEmpty { kept.discard() } else { files.append(kept) }
        } else {
            guard let text = String(validating: done.bytes, as: UTF8.self), !text.utf8.contains(0) else { throw FormRefusal.malformed }
            fields.append((done.name, text))
        }
    }

    func abandon() {
        try? part?.handle?.close()
        if let place = part?.place { try? FileManager.default.removeItem(at: place) }
        for file in files { file.discard() }
    }
}
