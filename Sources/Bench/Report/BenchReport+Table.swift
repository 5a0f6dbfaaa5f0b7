extension BenchReport {
    /// The report as people read it: what was asked beside what was measured, then what each row cost.
    public var table: String {
        var lines = [machineLine, ""]
        lines += columns([["what", "asked", "measured", ""]] + figures.map { [$0.title, $0.asked, $0.measured, mark($0)] })
        lines += [""] + columns([Self.costHeads] + figures.map(costs), alignedRight: true)
        if !limits.isEmpty {
            lines += ["", "limits of this machine, measured in the same run:"]
            lines += limits.map { "  \($0.name): \($0.rate.grouped)/s (\($0.detail))" }
        }
        let notes = figures.flatMap { figure in figure.notes.map { "  \(figure.row.rawValue): \($0)" } }
        if !notes.isEmpty { lines += ["", "notes:"] + notes }
        if let unsound { lines += ["", "the database is not sound after the bench: \(unsound)"] }
        lines += ["", "measured in \(seconds.rounded().grouped) s"]
        return lines.joined(separator: "\n") + "\n"
    }

    private var machineLine: String {
        let gigabytes = (Double(machine.memoryBytes) / 1_073_741_824).shown
        return "\(machine.processors) × \(machine.processor), \(gigabytes) GB, \(machine.system), "
            + "load \(machine.loadBefore.shown) before"
    }

    private func mark(_ figure: Figure) -> String {
        figure.isReached.map { $0 ? "reached" : "not reached" } ?? ""
    }

    private static let costHeads = [
        "row", "clients", "median ms", "p95 ms", "p99 ms", "server CPU s", "of s", "server MB", "client µs/request", "of the limit",
    ]

    private func costs(of figure: Figure) -> [String] {
        let use = figure.use
        return [
            figure.row.rawValue,
            figure.clients.map(String.init) ?? "",
            figure.latency?.median.shown ?? "",
            figure.latency?.p95.shown ?? "",
            figure.latency?.p99.shown ?? "",
            use?.serverCPUSeconds?.shown ?? "",
            figure.seconds?.shown ?? "",
            use?.serverMemoryBytes.map { (Double($0) / 1_048_576).rounded().shown } ?? "",
            use?.clientMicrosecondsPerRequest?.shown ?? "",
            figure.shares.map { "\(($0.share * 100).rounded().shown)% \($0.limit)" }.joined(separator: ", "),
        ]
    }

    /// The first row is the head; the first column is always aligned left.
    private func columns(_ rows: [[String]], alignedRight: Bool = false) -> [String] {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).enumerated().map { position, cell in
                let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
                return alignedRight && position > 0 ? blanks + cell.0 : cell.0 + blanks
            }
            return "  " + cells.joined(separator: "   ").trimmedAtEnd
        }
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
