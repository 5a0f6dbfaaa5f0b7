import Content
import Essentials
import Foundation
import Web

/// The front of a shop as a form: blocks in their order, and what shall be done with them.
struct FrontForm {
    /// What a button of the form asks.
    enum Deed: Equatable {
        case save, look
        case add(FrontBlock.Kind)
        case up(Int)
        case down(Int)
        case remove(Int)

        /// `save`, `look`, `add`, `up.3`
        init?(_ text: String, adding kind: FrontBlock.Kind?) {
            let parts = text.split(separator: ".")
            switch (parts.first, parts.dropFirst().first.flatMap { Int($0) }) {
            case ("save", _): self = .save
            case ("look", _): self = .look
            case ("add", _): self = .add(kind ?? .story)
            case ("up", let place?): self = .up(place)
            case ("down", let place?): self = .down(place)
            case ("remove", let place?): self = .remove(place)
            default: return nil
            }
        }
    }

    var blocks: [FrontBlock]
    let deed: Deed
    let seen: Int64

    init(_ form: Fields) throws {
        guard let deed = Deed(form.typed("do"), adding: try form.choiceIfAny("kind")) else { throw FormRefusal.notAChoice(field: "do") }
        self.deed = deed
        seen = try Int64(form.integer("version"))
        blocks = try (0..<FrontPage.mostBlocks).prefix { form.has("blocks.\($0).kind") }.map { try Self.block(form, "blocks.\($0).") }
    }

    /// Puts the blocks in the order that the button asks for.
    mutating func arrange() {
        switch deed {
        case .save, .look: break
        case .add(let kind): blocks.append(FrontBlock(kind))
        case .up(let place): if blocks.indices.contains(place), place > 0 { blocks.swapAt(place, place - 1) }
        case .down(let place): if blocks.indices.contains(place + 1) { blocks.swapAt(place, place + 1) }
        case .remove(let place): if blocks.indices.contains(place) { blocks.remove(at: place) }
        }
    }

    private static func block(_ form: Fields, _ prefix: String) throws -> FrontBlock {
        let title = try form.textIfAny(prefix + "link_title", upTo: 200) ?? ""
        let address = try form.textIfAny(prefix + "link", upTo: 2_000)
        let collections = try (form.textIfAny(prefix + "collections", upTo: 4_000) ?? "").split(separator: ",").map {
            String($0.filter { !$0.isWhitespace })
        }
        return FrontBlock(
            try form.choice(prefix + "kind"), title: try form.textIfAny(prefix + "title", upTo: 500) ?? "",
            text: try form.linesIfAny(prefix + "text", upTo: 20_000) ?? "", picture: try form.textIfAny(prefix + "picture", upTo: 2_048),
            alt: try form.textIfAny(prefix + "alt", upTo: 1_000) ?? "", link: address.map { .init(title: title, address: $0) },
            collections: collections.filter { !$0.isEmpty }, count: try form.integerIfAny(prefix + "count") ?? 8,
            isTurned: form.has(prefix + "turned"), translations: try translations(form.typed(prefix + "translations"), prefix))
    }

    /// A block takes its translations along, wherever it goes; they are written on a page of their own.
    private static func translations(_ text: String, _ prefix: String) throws -> [String: FrontWords] {
        guard !text.isEmpty else { return [:] }
        guard let read = try? JSONDecoder().decode([String: FrontWords].self, from: Data(text.utf8)) else {
            throw FormRefusal.unreadable(field: prefix + "translations")
        }
        return read
    }

    private static func text(_ translations: [String: FrontWords]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard !translations.isEmpty, let data = try? encoder.encode(translations) else { return "" }
        return String(decoding: data, as: UTF8.self)
    }

    static func values(_ block: FrontBlock) -> [String: String] {
        [
            "kind": block.kind.rawValue, "title": block.title, "text": block.text, "picture": block.picture ?? "", "alt": block.alt,
            "link": block.link?.address ?? "", "link_title": block.link?.title ?? "",
            "collections": block.collections.joined(separator: ", "),
            "count": String(block.count), "turned": block.isTurned ? "1" : "",
            "translations": text(block.translations),
        ]
    }
}
