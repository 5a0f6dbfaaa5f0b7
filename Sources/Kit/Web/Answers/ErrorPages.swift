import HTTPTypes
import Hummingbird

/// How a surface tells people of a problem.
public struct ErrorPage: Sendable {
    let texts: @Sendable () -> Texts
    let language: @Sendable (Request, SeamContext) -> String
    let render: @Sendable (Problem, SeamContext) throws -> ByteBuffer

    /// - Parameters:
    ///   - templates: whose texts say what happened, to programs too.
    ///   - language: the language of whoever asked.
    ///   - render: the whole page, as HTML; the problem is in that language, and so is `context.language`.
    public init(
        _ templates: Templates, language: @escaping @Sendable (Request, SeamContext) -> String,
        render: @escaping @Sendable (Problem, SeamContext) throws -> ByteBuffer
    ) {
        texts = { templates.texts }
        self.language = language
        self.render = render
    }

    /// - Parameter render: the whole page in English, as HTML.
    public init(_ render: @escaping @Sendable (Problem, SeamContext) throws -> ByteBuffer) {
        texts = { Texts() }
        language = { _, _ in Texts.source }
        self.render = render
    }
}

/// Which surface shows the problems below which path. What no surface claims gets a plain page of ours.
public struct ErrorPages: Sendable {
    private let pages: [(path: String, page: ErrorPage)]

    /// - Parameter pages: by the path they answer for (`/`, `/desk`); the longest that matches wins.
    public init(_ pages: [String: ErrorPage] = [:]) {
        self.pages = pages.sorted { $0.key.utf8.count > $1.key.utf8.count }.map { (path: $0.key, page: $0.value) }
    }

    func page(for path: String) -> ErrorPage? {
        pages.first { entry in
            guard path.hasPrefix(entry.path) else { return false }
            if entry.path.hasSuffix("/") || path.utf8.count == entry.path.utf8.count { return true }
            return path.utf8[path.utf8.index(path.startIndex, offsetBy: entry.path.utf8.count)] == UInt8(ascii: "/")
        }?.page
    }

    /// A page that needs no template, for when there is none or when it fails itself.
    static func plain(_ problem: Problem, language: String) -> ByteBuffer {
        let title = HTMLText.escape(problem.status.reasonPhrase)
        return ByteBuffer(
            string: """
                <!doctype html>
                <html lang="\(HTMLText.escape(language))">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>\(title)</title>
                <h1>\(title)</h1>
                <p>\(HTMLText.escape(problem.message))</p>
                <p><a href="/">Start</a></p>
                </html>

                """)
    }
}
