import Foundation
import Places
import Web

/// A part of the world that a map shows, in degrees.
struct MapBox: Equatable {
    var west: Double
    var south: Double
    var east: Double
    var north: Double

    /// Around all of these; `nil` when there are none.
    init?(around points: [Point]) {
        guard let west = points.map(\.longitude).min(), let east = points.map(\.longitude).max(),
            let south = points.map(\.latitude).min(), let north = points.map(\.latitude).max()
        else { return nil }
        (self.west, self.south, self.east, self.north) = (west, south, east, north)
    }

    /// Reads `24.8,60.1,25.1,60.3`.
    init?(_ text: String) {
        let numbers = text.split(separator: ",").compactMap { Double($0) }
        guard numbers.count == 4, numbers.allSatisfy(\.isFinite), numbers[0] <= numbers[2], numbers[1] <= numbers[3] else { return nil }
        (west, south, east, north) = (numbers[0], numbers[1], numbers[2], numbers[3])
    }

    var text: String { [west, south, east, north].map { String((($0 * 10_000).rounded()) / 10_000) }.joined(separator: ",") }

    func contains(_ point: Point) -> Bool {
        (west...east).contains(point.longitude) && (south...north).contains(point.latitude)
    }

    /// With a margin on each side, and never so small that nothing is around a point.
    func widened() -> MapBox {
        var box = self
        let (x, y) = (max((east - west) * 0.08, 0.02), max((north - south) * 0.08, 0.01))
        (box.west, box.east, box.south, box.north) = (west - x, east + x, south - y, north + y)
        return box
    }
}

/// Locations on a net of degrees, north up and true to scale in the middle. Those too near to each other to be told apart
/// are one mark with their number, and lead nearer.
struct PointMap: Shown {
    struct Line: Shown {
        let path: String
        let x: String
        let y: String
        let text: String
        static let answers: Answers = ["path": \.path, "x": \.x, "y": \.y, "text": \.text]
    }

    struct Mark: Shown {
        let x: String
        let y: String
        let radius: String
        let name: String
        let address: String
        /// How many there are, when it is more than one.
        let count: Int?
        let isWarehouse: Bool
        static let answers: Answers = [
            "x": \.x, "y": \.y, "radius": \.radius, "name": \.name, "isLeft": { (Double($0.x) ?? 0) > PointMap.width * 0.75 },
            "address": \.address, "several": \.count, "isWarehouse": \.isWarehouse,
        ]
    }

    let lines: [Line]
    let marks: [Mark]

    static let width = 960.0
    static let height = 540.0
    private static let cell = 30.0

    /// - Parameter link: leads to a smaller part.
    init(_ places: [LocationPoint], in part: MapBox, link: (MapBox) -> String) {
        let middle = (part.south + part.north) / 2
        let squeeze = max(0.1, cos(middle * .pi / 180))
        let scale = min(Self.width / ((part.east - part.west) * squeeze), Self.height / (part.north - part.south))
        let (centreX, centreY) = ((part.east + part.west) / 2, middle)
        func x(_ longitude: Double) -> Double { Self.width / 2 + (longitude - centreX) * squeeze * scale }
        func y(_ latitude: Double) -> Double { Self.height / 2 - (latitude - centreY) * scale }

        var cells: [Cell: [LocationPoint]] = [:]
        for place in places {
            let at = Cell(column: Int(x(place.point.longitude) / Self.cell), row: Int(y(place.point.latitude) / Self.cell))
            cells[at, default: []].append(place)
        }
        marks = cells.values.sorted { $0.count < $1.count }.map { group in
            let (mx, my) = (
                group.reduce(0) { $0 + x($1.point.longitude) } / Double(group.count),
                group.reduce(0) { $0 + y($1.point.latitude) } / Double(group.count)
            )
            let isOne = group.count == 1
            let address = isOne ? "/desk/locations/\(group[0].id)" : MapBox(around: group.map(\.point)).map { link($0.widened()) } ?? ""
            return Mark(
                x: Self.text(mx), y: Self.text(my), radius: Self.text(isOne ? 6.5 : min(22, 8 + Double(group.count).squareRoot())),
                name: isOne ? group[0].name : group[0].name + " …", address: address, count: isOne ? nil : group.count,
                isWarehouse: isOne && group[0].kind == .warehouse)
        }
        let span = max(Self.width / scale / squeeze, Self.height / scale)
        let step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30].first { span / $0 <= 10 } ?? 45
        let (reachX, reachY) = (Self.width / scale / squeeze / 2, Self.height / scale / 2)
        lines =
            Self.steps(from: centreX - reachX, to: centreX + reachX, by: step).map {
                Line(path: "M\(Self.text(x($0))) 0V540", x: Self.text(x($0) + 4), y: "534", text: Self.degrees($0, "E", "W"))
            }
            + Self.steps(from: max(-89, centreY - reachY), to: min(89, centreY + reachY), by: step).map {
                Line(path: "M0 \(Self.text(y($0)))H960", x: "4", y: Self.text(y($0) - 4), text: Self.degrees($0, "N", "S"))
            }
    }

    private struct Cell: Hashable {
        let column: Int
        let row: Int
    }

    private static func steps(from start: Double, to end: Double, by step: Double) -> [Double] {
        Array(stride(from: (start / step).rounded(.up) * step, through: end, by: step).prefix(40))
    }

    private static func degrees(_ value: Double, _ plus: String, _ minus: String) -> String {
        let hundredths = Int((abs(value) * 100).rounded())
        let number = hundredths.isMultiple(of: 100) ? String(hundredths / 100) : String(Double(hundredths) / 100)
        return hundredths == 0 ? "0°" : "\(number)° \(value > 0 ? plus : minus)"
    }

    private static func text(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths.isMultiple(of: 10) ? String(tenths / 10) : "\(Double(tenths) / 10)"
    }

    static let answers: Answers = ["lines": \.lines, "marks": \.marks, "areNamed": { $0.marks.count <= 15 }]
}
