import Catalog
import Essentials
import Foundation
import Ledger
import Places
import TestKit
import Testing

@testable import Feed
@testable import Inventory
@testable import Storefront

@Suite("Pieces of pages")
struct PieceTests {
    @Test(
        "a merchant's HTML keeps its meaning and loses what could run",
        arguments: [
            ("<p>Warm</p>", "<p>Warm</p>"), ("3 < 4 & 5 > 4", "3 &lt; 4 & 5 &gt; 4"),
            ("<P CLASS='x' ONCLICK=run()>a<BR/>b</P>", "<p>a<br>b</p>"), ("<ul><li>a<li>b</ul>", "<ul><li>a<li>b</li></li></ul>"),
            ("</div></p>a", "a"), ("<b><i>x</b></i>", "<b><i>x</i></b>"), ("<script>a</script >b", "b"), ("<script>a", ""),
            ("<style>p{}</style>x<!-- <b> -->y<!doctype html>z", "xyz"), ("<!-- a", ""), ("<p title=\"a>b\">c", "<p>c</p>"),
            ("<a href=\"https://a.example/?q=1&r=2\" onclick=\"x\">a</a>", "<a href=\"https://a.example/?q=1&r=2\" rel=\"noopener\">a</a>"),
            ("<a href=javascript:x>a</a>", "<a>a</a>"), ("<a href='java&#115;cript:x'>a</a>", "<a>a</a>"),
            ("<a href=//evil>a</a>", "<a>a</a>"),
            ("<img src=x onerror=y>", ""), ("<scr<script>ipt>x</script>", "ipt&gt;x"), ("<svg><script>x</script></svg>ok", "ok"),
            ("a<", "a&lt;"), ("", ""),
            ("<p", ""), ("<sub>2</sub>", "<sub>2</sub>"), ("<iframe src=x></iframe>é", "é"),
        ])
    func merchantHTML(_ source: String, _ clean: String) {
        #expect(MerchantHTML(source).html == clean)
    }

    @Test("moves are read from a fact as any reader of JSON would read them")
    func movedStock() throws {
        let world = World.held(by: TestClock())
        for count in [0, 1, 2, 5] {
            let moves = (0..<count).map { index in
                StockMoved.Move(
                    world.id(), at: world.id(), pool: index.isMultiple(of: 2) ? 0 : 7, free: Int64(index) - 3, onHand: 2 - Int64(index))
            }
            let moved = StockMoved(by: 5, reason: "stock.held", moves: moves)
            for (sorted, style) in [(true, JSONEncoder.OutputFormatting.sortedKeys), (false, .prettyPrinted)] {
                let encoder = JSONEncoder()
                encoder.outputFormatting = sorted ? [style, .withoutEscapingSlashes] : [style]
                let fact = RecordedFact(
                    place: FeedPlace(seq: 1), at: world.now, topic: StockMoved.topic, version: 1, subject: 5,
                    body: String(decoding: try encoder.encode(moved), as: UTF8.self), origin: .system("test"))
                #expect(MovedStock.all(in: fact) == moves.map { MovedStock(variant: $0.variant, free: $0.free, onHand: $0.onHand) })
            }
        }
    }

    @Test("a list is drawn anew when something on it may have sold out or come back, and not before")
    func shelfWatch() {
        let world = World.held(by: TestClock())
        let lamp: Variant.ID = world.id()
        let watch = ShelfWatch()
        func move(_ units: Int64) -> [Variant.ID] { watch.hear([MovedStock(variant: lamp, free: units, onHand: 0)]) }
        func draw(_ quantity: Int64, since mark: ShelfWatch.Mark) -> [Variant.ID] {
            watch.watch([lamp: Availability(variant: lamp, quantity: quantity, locations: [], canOwe: true)], since: mark)
        }
        #expect(move(-1) == [])
        #expect(draw(5, since: watch.mark()) == [])
        #expect(move(-2) == [])
        #expect(move(10) == [])
        #expect(move(-2) == [])
        // At least one is left, as far as is known for certain.
        #expect(move(-1) == [lamp])
        #expect(draw(9, since: watch.mark()) == [])
        #expect(draw(0, since: watch.mark()) == [])
        #expect(move(-1) == [])
        #expect(move(1) == [lamp])

        // What moves while a list is being drawn is not lost.
        let before = watch.mark()
        _ = move(-1)
        #expect(draw(1, since: before) == [lamp])
        let earlier = watch.mark()
        _ = move(1)
        #expect(draw(0, since: earlier) == [lamp])
    }

    @Test("pages of a list lead to their neighbours, to the ends, and over gaps")
    func pager() {
        func pager(_ page: Int, of total: Int) -> Pager? { Pager(page: page, of: total, size: 24) { "?page=\($0)" } }
        #expect(pager(1, of: 24) == nil)
        #expect(pager(1, of: 0) == nil)
        #expect(pager(1, of: 25)?.pages.map(\.number) == [1, 2])
        #expect(pager(1, of: 25)?.previous == nil)
        #expect(pager(2, of: 25)?.next == nil)
        #expect(pager(10, of: 24 * 20)?.pages.map(\.number) == [1, nil, 8, 9, 10, 11, 12, nil, 20])
        #expect(pager(900, of: 48)?.previous == "?page=2")
    }
}
