import Catalog
import Foundation

/// A picture that the data names, and what it shows.
struct DemoPicture: Decodable, Sendable {
    let name: String
    let alt: String
}

/// The pictures in `Public/demo`. They are rendered one after the other, so the data may name some that are not there yet:
/// the shop then shows the next best, and never a broken one.
struct DemoPictures: Sendable {
    /// The widest; the narrower ones lie beside it.
    private static let ending = "-800.webp"

    private let names: Set<String>

    init(in resources: Resources) {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: resources.assets + "/demo")) ?? []
        names = Set(files.filter { $0.hasSuffix(Self.ending) }.map { String($0.dropLast(Self.ending.count)) })
    }

    /// `nil` while there is no such picture.
    func address(of name: String) -> String? { names.contains(name) ? "/assets/demo/\(name)\(Self.ending)" : nil }

    /// Those that are there, in their order.
    func media(of pictures: [DemoPicture]) -> [MediaDraft] {
        pictures.compactMap { picture in address(of: picture.name).map { MediaDraft(url: $0, alt: picture.alt) } }
    }
}
