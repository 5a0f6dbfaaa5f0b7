import Foundation

/// Reads one HTTP/1.1 answer (RFC 9112) from pieces as they arrive.
///
/// It looks at four headers and steps over the rest: the measuring side shares its processors with the server, and what it
/// spends the server does not have.
struct AnswerParser {
    private(set) var answer = Answer()
    private(set) var isComplete = false

    private let keepsBody: Bool
    private var place = Place.status
    private var line: [UInt8] = []
    private var length: Int?
    private var isChunked = false

    private enum Place {
        case status, header
        case body(left: Int), bodyUntilClose
        case chunkSize, chunk(left: Int), chunkEnd, trailer
    }

    init(keepsBody: Bool) {
        self.keepsBody = keepsBody
    }

    /// Takes over what of a streamed body has arrived since the last call.
    mutating func takeBody() -> [UInt8] {
        defer { answer.body.removeAll(keepingCapacity: true) }
        return answer.body
    }

    /// The head has been read, and whatever comes now is the body.
    var isInBody: Bool {
        switch place {
        case .status, .header: false
        default: true
        }
    }

    /// - Throws: `BenchFault.malformedAnswer` for what is no HTTP/1.1.
    mutating func read(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty, !isComplete {
            switch place {
            case .body(let left):
                let taken = takeBody(from: &rest, atMost: left)
                place = .body(left: left - taken)
                isComplete = taken == left
            case .bodyUntilClose:
                _ = takeBody(from: &rest, atMost: rest.count)
            case .chunk(let left):
                let taken = takeBody(from: &rest, atMost: left)
                place = taken == left ? .chunkEnd : .chunk(left: left - taken)
            case .status, .header, .chunkSize, .chunkEnd, .trailer:
                guard takeLine(from: &rest) else { return }
                try readLine()
                line.removeAll(keepingCapacity: true)
            }
        }
    }

    /// The server closed the connection: the end of a body that has no other, a broken answer otherwise.
    mutating func readEnd() throws {
        guard case .bodyUntilClose = place else { throw BenchFault.malformedAnswer("the connection closed in the middle") }
        isComplete = true
    }

    private mutating func takeBody(from rest: inout Slice<UnsafeRawBufferPointer>, atMost limit: Int) -> Int {
        let piece = rest.prefix(limit)
        answer.bodyLength += piece.count
        if keepsBody { answer.body.append(contentsOf: piece) }
        rest = rest.dropFirst(piece.count)
        return piece.count
    }

    /// Gathers a line without its end; false while the end has not arrived.
    private mutating func takeLine(from rest: inout Slice<UnsafeRawBufferPointer>) -> Bool {
        let bytes = UnsafeRawBufferPointer(rebasing: rest)
        guard let start = bytes.baseAddress, let end = memchr(start, 0x0a, bytes.count) else {
            line.append(contentsOf: bytes)
            rest = rest.dropFirst(bytes.count)
            return false
        }
        let count = UnsafeRawPointer(end) - start
        line.append(contentsOf: bytes.prefix(count))
        rest = rest.dropFirst(count + 1)
        if line.last == 0x0d { line.removeLast() }
        return true
    }

    private mutating func readLine() throws {
        switch place {
        case .status:
            guard line.starts(with: "HTTP/1.1 ".utf8), line.count >= 12, let status = Int(text(line[9..<12])) else {
                throw BenchFault.malformedAnswer(text(line[...]))
            }
            answer.status = status
            place = .header
        case .header:
            if line.isEmpty { startBody() } else { readHeader() }
        case .chunkSize:
            let digits = line.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: " ") }
            guard let size = Int(text(digits), radix: 16) else { throw BenchFault.malformedAnswer("chunk of \(text(line[...]))") }
            place = size == 0 ? .trailer : .chunk(left: size)
        case .chunkEnd:
            place = .chunkSize
        case .trailer:
            isComplete = line.isEmpty
        case .body, .bodyUntilClose, .chunk:
            preconditionFailure("a body has no lines")
        }
    }

    private mutating func readHeader() {
        if let value = value(of: "content-length:") {
            length = Int(text(value))
        } else if let value = value(of: "transfer-encoding:") {
            isChunked = text(value).lowercased().hasSuffix("chunked")
        } else if let value = value(of: "location:") {
            answer.location = text(value)
        } else if let value = value(of: "set-cookie:") {
            answer.cookies.append(text(value.prefix { $0 != UInt8(ascii: ";") }))
        } else if let value = value(of: "connection:") {
            answer.closes = text(value).lowercased() == "close"
        }
    }

    private mutating func startBody() {
        if answer.status == 204 || answer.status == 304 || length == 0 {
            isComplete = true
        } else if isChunked {
            place = .chunkSize
        } else if let length {
            place = .body(left: length)
        } else {
            place = .bodyUntilClose
            answer.closes = true
        }
    }

    /// The value when the line is of that header; `name` is lower-case and ends with its colon.
    private func value(of name: StaticString) -> ArraySlice<UInt8>? {
        guard line.count >= name.utf8CodeUnitCount, line[0] | 0x20 == name.utf8Start.pointee else { return nil }
        for position in 1..<name.utf8CodeUnitCount where line[position] | 0x20 != name.utf8Start[position] | 0x20 { return nil }
        return line[name.utf8CodeUnitCount...].drop { $0 == UInt8(ascii: " ") }
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
