import Hummingbird
import Mustache

/// A place in a page that is otherwise the same for everybody: the number in the cart, the name in the corner.
///
/// The page answers a tag with it, `{{{cart}}}`; who has nothing personal sees `standard`, everybody else what the route
/// fills in. The standard and the fillings are HTML.
public struct PersonalHole: Sendable, Equatable {
    public let name: String
    public let standard: String

    public init(_ name: String, standard: String = "") {
        self.name = name
        self.standard = standard
    }

    /// Marks that nobody outside this process can write into a product's name.
    fileprivate static let nonce = String(UInt64.random(in: .min ... .max), radix: 36)
    fileprivate static let opening = Array("<!--hole \(nonce) ".utf8)
    fileprivate static let naming = Array("-->".utf8)
    fileprivate static let closing = Array("<!--/hole \(nonce)-->".utf8)
}

extension PersonalHole: MustacheCustomRenderable {
    public var renderText: String {
        "<!--hole \(Self.nonce) \(name)-->" + standard + "<!--/hole \(Self.nonce)-->"
    }

    public var isNull: Bool { false }
}

/// A rendered page, cut at its holes.
struct CutPage: Sendable {
    enum Part: Sendable {
        case text(ByteBuffer)
        case hole(String, standard: ByteBuffer)
    }

    let parts: [Part]

    init(_ html: ByteBuffer) {
        var parts: [Part] = []
        var rest = html
        while let start = rest.offset(of: PersonalHole.opening), let text = rest.readSlice(length: start) {
            guard let hole = Self.readHole(&rest) else { break }
            parts.append(.text(text))
            parts.append(hole)
        }
        parts.append(.text(rest))
        self.parts = parts
    }

    private static func readHole(_ rest: inout ByteBuffer) -> Part? {
        rest.moveReaderIndex(forwardBy: PersonalHole.opening.count)
        guard let nameLength = rest.offset(of: PersonalHole.naming), let name = rest.readString(length: nameLength) else { return nil }
        rest.moveReaderIndex(forwardBy: PersonalHole.naming.count)
        guard let length = rest.offset(of: PersonalHole.closing), let standard = rest.readSlice(length: length) else { return nil }
        rest.moveReaderIndex(forwardBy: PersonalHole.closing.count)
        return .hole(name, standard: standard)
    }
}

extension ByteBuffer {
    /// Where the pattern first stands, counted from the reader's place.
    fileprivate func offset(of pattern: [UInt8]) -> Int? {
        withUnsafeReadableBytes { bytes in
            guard let first = pattern.first, bytes.count >= pattern.count else { return nil }
            var place = 0
            while place <= bytes.count - pattern.count {
                if bytes[place] == first, bytes[place..<(place + pattern.count)].elementsEqual(pattern) { return place }
                place += 1
            }
            return nil
        }
    }
}
