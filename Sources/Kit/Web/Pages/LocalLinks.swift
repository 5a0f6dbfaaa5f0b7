/// Leads the links and forms of a page to addresses of its own language: `/products/lamp` becomes `/fi/products/lamp`,
/// whoever wrote the link: a template, a value, a merchant's text.
enum LocalLinks {
    private static let attributes = [Array(#" href="/"#.utf8), Array(#" action="/"#.utf8)]
    /// What is the same in every language.
    private static let alike = ["assets/", "language\""].map { Array($0.utf8) }

    /// - Parameter home: `/fi`
    static func lead(_ html: String, to home: String) -> String {
        var html = html
        let led = html.withUTF8 { bytes in lead(bytes, to: Array(home.utf8)) }
        return String(decoding: led, as: UTF8.self)
    }

    private static func lead(_ bytes: UnsafeBufferPointer<UInt8>, to home: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 32)
        var written = 0
        var isLink = false
        var place = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "<"):
                isLink = leads(bytes[(place + 1)...])
            case UInt8(ascii: " ") where isLink:
                // Where the path behind the quote begins, with its slash.
                guard let length = attributes.first(where: { bytes[place...].starts(with: $0) })?.count else { break }
                let path = place + length - 1
                if isLed(bytes[path...], to: home) {
                    output.append(contentsOf: bytes[written..<path])
                    output.append(contentsOf: home)
                    written = path
                }
                place = path
            default: break
            }
            place += 1
        }
        output.append(contentsOf: bytes[written...])
        return output
    }

    /// Whether an element leads somewhere: `a`, `area` or `form`, and not `link`, which names other languages too.
    private static func leads(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        ["a ", "area ", "form "].contains { bytes.starts(with: $0.utf8) }
    }

    /// Whether a path of this site has yet to be led.
    private static func isLed(_ path: Slice<UnsafeBufferPointer<UInt8>>, to home: [UInt8]) -> Bool {
        let rest = path.dropFirst()
        if rest.first == UInt8(ascii: "/") || alike.contains(where: { rest.starts(with: $0) }) { return false }
        guard path.starts(with: home) else { return true }
        // `/first-aid` does not begin with `/fi` as a folder.
        let next = path.dropFirst(home.count).first
        return !(next == UInt8(ascii: "/") || next == UInt8(ascii: "\"") || next == UInt8(ascii: "?"))
    }
}
