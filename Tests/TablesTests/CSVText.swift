import Tables

/// What a reader made of a text.
struct ReadText {
    var header: CSVHeader
    var cells: [[String]] = []
    var lines: [Int] = []
    var faults: [CSVFault] = []
}

func read(_ text: String, chunks size: Int = 4_096) throws -> ReadText {
    try read(Array(text.utf8), chunks: size)
}

func read(_ bytes: [UInt8], chunks size: Int = 4_096) throws -> ReadText {
    var reader = try CSVReader(chunks: source(of: bytes, chunks: size))
    var all = ReadText(header: reader.header)
    while let row = try reader.next() {
        switch row {
        case .success(let record):
            all.cells.append(record.cells)
            all.lines.append(record.line)
        case .failure(let fault): all.faults.append(fault)
        }
    }
    return all
}

func source(of bytes: [UInt8], chunks size: Int) -> () -> [UInt8]? {
    var rest = bytes[...]
    return {
        defer { rest = rest.dropFirst(size) }
        return rest.isEmpty ? nil : Array(rest.prefix(size))
    }
}
