extension AssetShelf {
    /// A rendered page with the version behind every path of a file of ours that has none yet, wherever an attribute names
    /// it, also among the several of a `srcset`: what somebody uploaded or a merchant wrote is kept by browsers for ever too.
    /// What stands in a form's field stays as it is: it comes back when the form is sent.
    func addressed(_ page: String) -> String {
        var page = page
        let changed = page.withUTF8 { bytes -> [UInt8]? in
            var output: [UInt8] = []
            var (copied, place) = (0, 0)
            while let start = Self.path(in: bytes, from: place) {
                let end = bytes[start...].firstIndex(where: Self.endsPath) ?? bytes.count
                place = end
                guard !Self.isValue(start, in: bytes) else { continue }
                guard end < bytes.count, bytes[end] != UInt8(ascii: "?") else { continue }
                let path = String(decoding: bytes[(start + Self.prefix.utf8.count)..<end], as: UTF8.self)
                guard let file = files[path] else { continue }
                if output.isEmpty { output.reserveCapacity(bytes.count + bytes.count / 8) }
                output.append(contentsOf: bytes[copied..<end])
                output.append(contentsOf: "?v=".utf8)
                output.append(contentsOf: file.version.utf8)
                copied = end
            }
            guard copied > 0 else { return nil }
            output.append(contentsOf: bytes[copied...])
            return output
        }
        return changed.map { String(decoding: $0, as: UTF8.self) } ?? page
    }

    /// Where a path of ours begins in an attribute: behind its quote, or behind the blank between several.
    private static func path(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var place = max(start, 1)
        let last = bytes.count - prefix.utf8.count
        while place < last {
            if bytes[place] == UInt8(ascii: "/"), bytes[place - 1] == UInt8(ascii: "\"") || bytes[place - 1] == UInt8(ascii: " "),
                bytes[place..<(place + prefix.utf8.count)].elementsEqual(prefix.utf8)
            {
                return place
            }
            place += 1
        }
        return nil
    }

    /// Whether a path begins what stands in a field: `value="/assets/…`.
    private static func isValue(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        start >= value.utf8.count && bytes[(start - value.utf8.count)..<start].elementsEqual(value.utf8)
    }

    private static let value = " value=\""

    private static func endsPath(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: " "), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ","), UInt8(ascii: "<"): true
        default: false
        }
    }
}
