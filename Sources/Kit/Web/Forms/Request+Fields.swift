import HTTPTypes
import Hummingbird

extension Request {
    /// The fields of a form post.
    ///
    /// - Parameter limit: bytes at most; more is refused with 413.
    /// - Throws: `FormRefusal` when it is no form, or none that can be read.
    public func form(upTo limit: Int = 256 * 1024) async throws -> Fields {
        let type = headers[.contentType]?.prefix { $0 != ";" }
        guard type.map({ $0.trimmingSpaces().lowercased() }) == "application/x-www-form-urlencoded" else { throw FormRefusal.notAForm }
        let bytes = try await body.collect(upTo: limit)
        return try Fields(decoding: bytes.readableBytesView)
    }

    /// The fields of the query: `?page=2&sort=price`.
    public func query() throws -> Fields {
        guard let query = uri.query, !query.isEmpty else { return Fields() }
        return try Fields(decoding: query.utf8, limit: 200)
    }

    /// The value of a cookie; `nil` when the browser sent none of that name.
    public func cookie(_ name: String) -> String? {
        for field in headers[fields: .cookie] {
            for pair in field.value.split(separator: ";") {
                let pair = pair.trimmingSpaces()
                guard pair.utf8.starts(with: name.utf8) else { continue }
                let rest = pair.utf8.dropFirst(name.utf8.count)
                if rest.first == UInt8(ascii: "=") { return String(Substring(rest.dropFirst())) }
            }
        }
        return nil
    }
}

extension Fields {
    /// A link's query: `?on=stock&page=2`, every name and value escaped; empty when there are none.
    public static func link(_ path: String, _ pairs: KeyValuePairs<String, String?>) -> String {
        link(path, pairs.map { (name: $0.key, value: $0.value) })
    }

    /// The same for pairs that are only known when the page is made: `?vendor=HP&vendor=Xerox`.
    public static func link(_ path: String, _ pairs: [(name: String, value: String?)]) -> String {
        let parts = pairs.compactMap { name, value in value.map { FormText.encode(name) + "=" + FormText.encode($0) } }
        return parts.isEmpty ? path : path + "?" + parts.joined(separator: "&")
    }
}
