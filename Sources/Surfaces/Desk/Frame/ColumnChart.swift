import Foundation
import Web

/// Columns side by side, each of parts that stand on each other: drawn here, so that a page shows it without a script.
///
/// It is decoration for those who see it; the table below it says the same to everybody.
struct ColumnChart: Shown {
    /// One column, before it is drawn.
    struct Bar {
        /// Below it; `nil` where there would be too many words.
        var label: String?
        /// Whole, for the pointer: `Mon 9 Nov: €1,240.00`.
        let title: String
        /// Above it, while the pointer is there.
        let value: String
        /// By hue, from 1.
        let parts: [(hue: Int, amount: Int64)]
        /// What it is compared with: a point of the dashed line.
        var before: Int64?

        var sum: Int64 { parts.reduce(0) { $0 + $1.amount } }
    }

    struct Part: Shown {
        let hue: Int
        let x: String
        let y: String
        let width: String
        let height: String
        static let answers: Answers = ["hue": \.hue, "x": \.x, "y": \.y, "w": \.width, "h": \.height]
    }

    struct Column: Shown {
        let left: String
        let middle: String
        let width: String
        let top: String
        let title: String
        let value: String
        let label: String?
        let parts: [Part]
        static let answers: Answers = [
            "left": \.left, "middle": \.middle, "full": \.width, "top": \.top, "said": \.title, "amount": \.value, "label": \.label,
            "parts": \.parts,
        ]
    }

    struct Line: Shown {
        let y: String
        let text: String
        static let answers: Answers = ["y": \.y, "text": \.text]
    }

    let columns: [Column]
    let lines: [Line]
    /// The dashed line, as the `d` of a path.
    let before: String?

    private static let width = 720.0
    private static let left = 46.0
    private static let top = 18.0
    private static let bottom = 196.0

    /// - Parameter scale: how an amount is said beside the net.
    init(_ bars: [Bar], scale: (Int64) -> String) {
        let most = max(bars.map { max($0.sum, $0.before ?? 0) }.max() ?? 0, 1)
        let step = Self.step(for: most)
        let ceiling = max(1, (most + step - 1) / step) * step
        func y(_ amount: Int64) -> Double { Self.bottom - (Self.bottom - Self.top) * Double(amount) / Double(ceiling) }
        let slot = (Self.width - Self.left) / Double(max(1, bars.count))
        let wide = slot * 0.72
        columns = bars.enumerated().map { index, bar in
            let start = Self.left + slot * Double(index)
            var sum: Int64 = 0
            let parts = bar.parts.filter { $0.amount > 0 }.map { part -> Part in
                let foot = y(sum)
                sum += part.amount
                return Part(
                    hue: part.hue, x: Self.text(start + (slot - wide) / 2), y: Self.text(y(sum)), width: Self.text(wide),
                    height: Self.text(foot - y(sum)))
            }
            return Column(
                left: Self.text(start), middle: Self.text(start + slot / 2), width: Self.text(slot), top: Self.text(y(sum) - 5),
                title: bar.title, value: bar.value, label: bar.label, parts: parts)
        }
        lines = stride(from: step, through: ceiling, by: Int64.Stride(step)).map { Line(y: Self.text(y($0)), text: scale($0)) }
        let points = bars.enumerated().compactMap { index, bar in
            bar.before.map { "\(Self.text(Self.left + slot * (Double(index) + 0.5))) \(Self.text(y($0)))" }
        }
        before = points.count > 1 ? "M" + points.joined(separator: "L") : nil
    }

    /// A round step of which at most five make the whole: 1, 2 or 5 and zeros.
    private static func step(for most: Int64) -> Int64 {
        var unit: Int64 = 1
        while unit * 10 <= most / 3 { unit *= 10 }
        return [unit, unit * 2, unit * 5, unit * 10].first { most / $0 <= 4 } ?? unit * 10
    }

    private static func text(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths.isMultiple(of: 10) ? String(tenths / 10) : "\(Double(tenths) / 10)"
    }

    static let answers: Answers = ["columns": \.columns, "lines": \.lines, "before": \.before]
}
