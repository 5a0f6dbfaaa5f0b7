/// Takes the parts of a form that brings files (multipart/form-data, RFC 7578) out of its bytes as they come.
struct MultipartScanner {
    enum Event {
        /// A part begins: its name, and that of its file when it is one.
        case begin(name: String, file: String?)
        case bytes(ArraySlice<UInt8>)
        case end
    }

    private enum State {
        case preamble, headers, body, over
    }

    /// What stands between two parts: a line end, two hyphens, the boundary.
    private let delimiter: [UInt8]
    private var buffer: [UInt8] = Array("\r\n".utf8)
    private var state = State.preamble
    private var parts = 0

    private static let mostHeader = 8 * 1024
    private static let mostParts = 1_000

    /// `nil` for a content type that is none of such a form.
    init?(contentType: String) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"), let start = contentType.range(of: "boundary=") else { return nil }
        let boundary = contentType[start.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" }
        guard (1...200).contains(boundary.utf8.count) else { return nil }
        delimiter = Array("\r\n--".utf8) + Array(boundary.utf8)
    }

    /// Whether the last part has been closed.
    var isOver: Bool { state == .over }

    /// - Throws: `FormRefusal`, and what `handle` throws.
    mutating func scan(_ bytes: some Collection<UInt8>, _ handle: (Event) throws -> Void) throws {
        buffer += bytes
        var position = 0
        while try step(&position, handle) {}
        buffer.removeFirst(position)
    }

    /// - Returns: whether there may be more to take out of what has come.
    private mutating func step(_ position: inout Int, _ handle: (Event) throws -> Void) throws -> Bool {
        switch state {
        case .over:
            position = buffer.count
            return false
        case .preamble:
            guard let found = buffer.firstIndex(of: delimiter, from: position) else {
                position = max(position, buffer.count - delimiter.count)
                return false
            }
            position = found + delimiter.count
            state = .headers
            return true
        case .headers:
            guard buffer.count >= position + 2 else { return false }
            if buffer[position] == UInt8(ascii: "-"), buffer[position + 1] == UInt8(ascii: "-") {
                state = .over
                return true
            }
            guard let end = buffer.firstIndex(of: Array("\r\n\r\n".utf8), from: position) else {
                guard buffer.count - position < Self.mostHeader else { throw FormRefusal.malformed }
                return false
            }
            parts += 1
            guard parts <= Self.mostParts else { throw FormRefusal.tooManyFields }
            try handle(Self.heading(String(decoding: buffer[position..<end], as: UTF8.self)))
            position = end + 4
            state = .body
            return true
        case .body:
            if let found = buffer.firstIndex(of: delimiter, from: position) {
                if found > position { try handle(.bytes(buffer[position..<found])) }
                try handle(.end)
                position = found + delimiter.count
                state = .headers
                return true
            }
            let sure = buffer.count - delimiter.count
            if sure > position {
                try handle(.bytes(buffer[position..<sure]))
                position = sure
            }
            return false
        }
    }

    private static func heading(_ text: String) throws -> Event {
        let line = text.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let name = parameter("name", of: line) else { throw FormRefusal.malformed }
        return .begin(name: name, file: parameter("filename", of: line))
    }

    /// Browsers write a quotation mark in a name as `%22`, and line ends as `%0D%0A`.
    private static func parameter(_ name: String, of line: Substring) -> String? {
        guard let start = line.range(of: "; \(name)=\"") else { return nil }
        let value = line[start.upperBound...].prefix { $0 != "\"" }
        return String(value).replacing("%22", with: "\"").replacing("%0D%0A", with: " ")
    }
}

extension [UInt8] {
    fileprivate func firstIndex(of needle: [UInt8], from start: Int) -> Int? {
        guard let first = needle.first, count >= start + needle.count else { return nil }
        var place = start
        while let found = self[place...].firstIndex(of: first), found + needle.count <= count {
            if self[found..<found + needle.count].elementsEqual(needle) { return found }
            place = found + 1
        }
        return nil
    }
}
