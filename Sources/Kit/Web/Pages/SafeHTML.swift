import Mustache

/// Escapes in templates byte by byte.
///
/// swift-mustache compares whole `Character`s, so it lets a quote pass that carries a combining accent, and a name
/// could leave its attribute. Every template that `Templates` reads begins with this content type.
struct SafeHTML: MustacheContentType {
    func escapeText(_ text: String) -> String { HTMLText.escape(text) }

    /// Stands on a line of its own, which the parser drops.
    static let pragma = "{{%CONTENT_TYPE:SAFE_HTML}}\n"

    /// Makes the content type known to the parser, once.
    static let isRegistered: Bool = {
        MustacheContentTypes.register(SafeHTML(), named: "SAFE_HTML")
        return true
    }()
}
