import Essentials
import Places
import Staff
import TestKit
import Testing

@testable import Desk

@Suite("what the back office draws")
struct DrawingTests {
    @Test("columns stand on each other, under a round number")
    func columns() {
        let bars = [
            ColumnChart.Bar(label: "a", title: "a: 60", value: "60", parts: [(hue: 1, amount: 40), (hue: 2, amount: 20)], before: 90),
            ColumnChart.Bar(label: nil, title: "b: 0", value: "0", parts: [(hue: 1, amount: 0)], before: 0),
        ]
        let chart = ColumnChart(bars) { "\($0)" }
        #expect(chart.lines.map(\.text) == ["20", "40", "60", "80", "100"])
        #expect(chart.columns[0].parts.map(\.hue) == [1, 2])
        #expect(chart.columns[0].parts.map(\.height) == ["71.2", "35.6"])
        #expect(chart.columns[1].parts.isEmpty)
        #expect(chart.before?.hasPrefix("M") == true)
        #expect(ColumnChart([], scale: { "\($0)" }).columns.isEmpty)
        let huge = ColumnChart([.init(label: nil, title: "", value: "", parts: [(hue: 1, amount: 12_345_678_901)])]) { "\($0)" }
        #expect(huge.lines.count <= 5)
    }

    @Test("places that are near are one mark with their number, and it leads nearer")
    func map() throws {
        func place(_ number: Int, _ latitude: Double, _ longitude: Double) throws -> LocationPoint {
            LocationPoint(
                id: Location.ID(bits: UInt128(number)), code: "\(number)", name: "Shop \(number)", kind: .store,
                point: try #require(Point(latitude: latitude, longitude: longitude)))
        }
        let places = try [place(1, 60.17, 24.94), place(2, 60.1701, 24.9402), place(3, 59.33, 18.06)]
        let box = try #require(MapBox(around: places.map(\.point))).widened()
        let map = PointMap(places, in: box) { "/nearer?box=" + $0.text }
        #expect(map.marks.map(\.count) == [nil, 2])
        #expect(map.marks[0].address == "/desk/locations/\(Location.ID(bits: 3))")
        let nearer = try #require(MapBox(String(map.marks[1].address.dropFirst("/nearer?box=".count))))
        #expect(places.map { nearer.contains($0.point) } == [true, true, false])
        #expect(PointMap(Array(places.prefix(2)), in: nearer) { _ in "" }.lines.count > 2)
        for text in ["", "1,2,3", "a,b,c,d", "5,0,1,9", "nan,0,1,9"] { #expect(MapBox(text) == nil) }
    }

    @Test("a text that changed is told word by word, and a short one whole")
    func words() throws {
        let before = "Made of oak, oiled by hand, for a table of six. Wipe it dry."
        let after = "Made of smoked oak, oiled by hand, for a table of eight. Wipe it dry."
        let difference = try #require(WordDifference(before, after))
        #expect(difference.pieces.filter { $0.kind != .new }.map(\.text).joined() == before)
        #expect(difference.pieces.filter { $0.kind != .gone }.map(\.text).joined() == after)
        #expect(difference.pieces.filter { $0.kind == .new }.map(\.text) == ["smoked ", "eight. "])
        #expect(WordDifference("Oak", "Ash") == nil)
    }
}
