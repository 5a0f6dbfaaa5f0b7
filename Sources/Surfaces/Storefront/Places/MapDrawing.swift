import Foundation
import Places
import Web

/// A map drawn by ourselves: where the shops lie to each other, north up, on a net of whole degrees. Nobody else is asked
/// for tiles, so nobody else learns who looks.
struct MapDrawing: Shown, Equatable {
    let width: Int
    let height: Int
    let lines: [Line]
    let marks: [Mark]

    struct Line: Shown, Equatable {
        let path: String
        static let answers: Answers = ["path": \.path]
    }

    struct Mark: Shown, Equatable {
        let x: String
        let y: String
        /// To the left of marks at the right edge.
        let isLeft: Bool
        let name: String
        let path: String
        let isHere: Bool
        static let answers: Answers = [
            "x": \.x, "y": \.y, "isLeft": \.isLeft, "name": \.name, "path": \.path, "isHere": \.isHere,
        ]
    }

    static let answers: Answers = [
        "width": \.width, "height": \.height, "lines": \.lines, "marks": \.marks, "isNamed": { $0.marks.count <= 12 },
    ]

    private static let width = 800.0

    /// - Parameter here: the shop that the map is about, when it is about one.
    /// - Returns: `nil` when it is known of none where it lies.
    init?(_ stores: [Store], here: Store? = nil) {
        let placed = stores.compactMap { store in store.point.map { (store: store, point: $0) } }
        guard let south = placed.map(\.point.latitude).min(), let north = placed.map(\.point.latitude).max(),
            let west = placed.map(\.point.longitude).min(), let east = placed.map(\.point.longitude).max()
        else { return nil }
        // A degree of longitude is shorter the farther from the equator: the picture is true to scale in its middle.
        let squeeze = max(0.1, cos((south + north) / 2 * .pi / 180))
        let span = max((east - west) * squeeze, north - south, 0.02)
        let (centreX, centreY) = ((east + west) / 2, (south + north) / 2)
        let tall = min(0.7, max(0.38, (north - south) / span + 0.16))
        let scale = Self.width / (span * 1.3)
        width = Int(Self.width)
        height = Int(Self.width * tall)
        let (middleX, middleY) = (Self.width / 2, Self.width * tall / 2)
        func x(_ longitude: Double) -> Double { middleX + (longitude - centreX) * squeeze * scale }
        func y(_ latitude: Double) -> Double { middleY - (latitude - centreY) * scale }

        let step = [0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10, 20].first { span / $0 <= 8 } ?? 45
        let reach = Self.width / scale / 2
        let meridians = Self.steps(from: centreX - reach / squeeze, to: centreX + reach / squeeze, by: step)
        let parallels = Self.steps(from: centreY - reach, to: centreY + reach, by: step)
        lines =
            meridians.map { Line(path: "M\(Self.text(x($0))) 0V\(Int(Self.width * tall))") }
            + parallels.map { Line(path: "M0 \(Self.text(y($0)))H\(Int(Self.width))") }
        marks = placed.map { store, point in
            Mark(
                x: Self.text(x(point.longitude)), y: Self.text(y(point.latitude)), isLeft: x(point.longitude) > Self.width * 0.7,
                name: store.name, path: "/locations/" + store.code, isHere: store.id == here?.id)
        }
    }

    private static func steps(from start: Double, to end: Double, by step: Double) -> [Double] {
        Array(stride(from: (start / step).rounded(.up) * step, through: end, by: step).prefix(40))
    }

    private static func text(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths.isMultiple(of: 10) ? String(tenths / 10) : "\(Double(tenths) / 10)"
    }
}
