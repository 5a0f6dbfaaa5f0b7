import Essentials
import Foundation

/// The folder `Demo`, in which the demo shop is written down as data.
struct DemoFolder: Sendable {
    /// The pictures that have been rendered so far.
    let pictures: DemoPictures
    private let assortment: URL

    /// - Throws: `DemoFault` when there is no such folder.
    init(in resources: Resources) throws {
        assortment = resources.root.appending(path: "Demo/assortment")
        guard FileManager.default.fileExists(atPath: assortment.path) else {
            throw DemoFault(in: resources.root.path, "there is no folder “Demo/assortment” beside “Templates” and “Public”.")
        }
        pictures = DemoPictures(in: resources)
    }

    /// Reads one JSON file.
    /// - Throws: `DemoFault` that names the file and the field.
    func read<T: Decodable>(_: T.Type = T.self, from name: String) throws -> T {
        let place = "Demo/assortment/\(name)"
        guard let data = try? Data(contentsOf: assortment.appending(path: name)) else {
            throw DemoFault(in: place, "the file is not there.")
        }
        do {
            return try JSONDecoder().decode(T.self, from: data)
        } catch let error as DecodingError {
            throw DemoFault(in: place, error)
        }
    }

    /// What the files of a folder are called, without their ending.
    func names(in folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: assortment.appending(path: folder).path)) ?? []
        return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(".json".count)) }.sorted()
    }
}

/// The demo's data says something that cannot be; one sentence for whoever wrote it.
struct DemoFault: Refusal, Equatable {
    let sentence: Sentence
    var code: String { "demo.data" }

    /// - Parameter place: the file, and the field where one is meant.
    init(in place: String, _ words: String) {
        sentence = "\(place): \(words)"
    }

    init(in file: String, _ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(in: file, "“\(Self.name(context.codingPath + [key]))” is missing.")
        case .valueNotFound(let type, let context):
            self.init(in: file, "“\(Self.name(context.codingPath))” has no value, but should be \(Self.words(for: type)).")
        case .typeMismatch(let type, let context):
            self.init(in: file, "“\(Self.name(context.codingPath))” should be \(Self.words(for: type)).")
        case .dataCorrupted(let context):
            let path = Self.name(context.codingPath)
            self.init(in: file, path.isEmpty ? "it is no JSON." : "“\(path)” is not one of the values that may stand here.")
        @unknown default:
            self.init(in: file, "it cannot be read.")
        }
    }

    /// `variants[2].price`
    private static func name(_ path: [any CodingKey]) -> String {
        path.reduce("") { text, key in
            if let index = key.intValue { return "\(text)[\(index)]" }
            return text.isEmpty ? key.stringValue : "\(text).\(key.stringValue)"
        }
    }

    private static func words(for type: Any.Type) -> String {
        switch type {
        case is String.Type: "a text"
        case is Int64.Type, is Int.Type: "a whole number"
        case is Double.Type: "a number"
        case is Bool.Type: "true or false"
        case is [Any].Type: "a list"
        default: "an object"
        }
    }
}
