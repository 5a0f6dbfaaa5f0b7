import Mustache
import Synchronization

/// A part of a page that stands alike on many pages: it is drawn once, by a template of its own, and kept. `{{{.}}}` shows it.
///
/// It is found again by its value, so what it shows is all in it, and its template asks nothing of the page around it.
public struct KeptPiece: MustacheCustomRenderable, Sendable {
    let piece: any Shown
    let template: String
    private let value: Value

    public init<Piece: Shown & Hashable>(_ piece: Piece, template: String) {
        self.piece = piece
        self.template = template
        value = Value(of: piece)
    }

    /// Nothing outside of a page.
    public var renderText: String { Drawing.current?.html(self) ?? "" }
    public var isNull: Bool { false }

    /// The piece as a key; `AnyHashable` says of nothing that it may be sent.
    private struct Value: Hashable, @unchecked Sendable {
        let piece: AnyHashable
        init(of piece: some Hashable & Sendable) { self.piece = AnyHashable(piece) }
    }

    /// The pieces that templates have drawn.
    final class Shelf: Sendable {
        private struct Key: Hashable {
            let language: String
            let template: String
            let value: Value
        }

        /// Whoever walks through all of a large catalogue makes it begin anew.
        private static let most = 6_000

        private let drawn = Mutex<[Key: String]>([:])

        func html(_ piece: KeptPiece, in language: String, draw: () -> String) -> String {
            let key = Key(language: language, template: piece.template, value: piece.value)
            if let known = drawn.withLock({ $0[key] }) { return known }
            let fresh = draw()
            drawn.withLock { drawn in
                if drawn.count >= Self.most { drawn.removeAll(keepingCapacity: true) }
                drawn[key] = fresh
            }
            return fresh
        }
    }

    /// What draws the page around a piece.
    struct Drawing: Sendable {
        @TaskLocal static var current: Drawing?

        let library: MustacheLibrary
        let language: String
        let shelf: Shelf

        func html(_ piece: KeptPiece) -> String {
            shelf.html(piece, in: language) { library.render(piece.piece, withTemplate: piece.template) ?? "" }
        }
    }
}
