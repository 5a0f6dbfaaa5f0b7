import Hummingbird

/// Chooses among the languages that a surface speaks: what somebody chose, kept in a cookie, else what the browser prefers.
public enum LanguageChoice {
    /// Scripts may read it; it says nothing about who somebody is.
    private static let cookie = "language"

    /// The language of a request to a surface that speaks whatever there are catalogues for.
    public static func made(in request: Request, among texts: Texts) -> String {
        chosen(in: request, among: texts.languages) ?? best(of: texts.languages, accepting: request.headers[.acceptLanguage])
            ?? Texts.source
    }

    /// What somebody chose in this browser, if it is offered.
    public static func chosen(in request: Request, among offered: [String]) -> String? {
        request.cookie(cookie).flatMap { offered.contains($0) ? $0 : nil }
    }

    /// Keeps what somebody chose for a year.
    /// - Parameter language: one that is offered.
    public static func keep(_ language: String, on response: inout Response, _ context: SeamContext) {
        response.setCookie(
            Cookie(
                name: cookie, value: language, maxAge: 365 * 86_400, path: "/", secure: context.isSecure, httpOnly: false, sameSite: .lax))
    }

    /// The page on which a language was chosen, saying so in its address: whoever signs in there next takes it along.
    /// - Parameter path: with its query.
    public static func address(_ path: String, saying language: String) -> String {
        let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let kept = parts.count > 1 ? parts[1].split(separator: "&").filter { !$0.hasPrefix(field + "=") } : []
        return parts[0] + "?" + (kept + ["\(field)=\(language)"]).joined(separator: "&")
    }

    /// What a form and an address call it.
    public static let field = "language"

    /// The offered language that `Accept-Language` likes best (RFC 4647, 3.4 lookup); the first offered when it likes none.
    public static func best(of offered: [String], accepting header: String?) -> String? {
        guard offered.count > 1, let header else { return offered.first }
        var best: (language: String, weight: Double)?
        for range in header.split(separator: ",").prefix(20) {
            let parts = range.split(separator: ";")
            guard let tag = parts.first?.trimmingSpaces().lowercased() else { continue }
            let weight = parts.dropFirst().first.flatMap { Double($0.trimmingSpaces().dropFirst(2)) } ?? 1
            guard weight > best?.weight ?? 0, let match = lookUp(tag, in: offered) else { continue }
            best = (match, weight)
        }
        return best?.language ?? offered.first
    }

    private static func lookUp(_ tag: String, in offered: [String]) -> String? {
        var tag = Substring(tag)
        while !tag.isEmpty {
            if let match = offered.first(where: { $0.lowercased() == tag }) { return match }
            guard let dash = tag.lastIndex(of: "-") else { return nil }
            tag = tag[..<dash]
        }
        return nil
    }
}

extension Substring {
    /// Without the blanks and tabs that HTTP allows around a value (RFC 9110, 5.6.3).
    func trimmingSpaces() -> Substring {
        var rest = self
        while let first = rest.utf8.first, first == 0x20 || first == 0x09 { rest = rest.dropFirst() }
        while let last = rest.utf8.last, last == 0x20 || last == 0x09 { rest = rest.dropLast() }
        return rest
    }
}
