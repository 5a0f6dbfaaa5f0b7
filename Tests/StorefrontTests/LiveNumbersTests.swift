import AsyncHTTPClient
import Catalog
import Essentials
import Foundation
import NIOCore
import TestKit
import TestShop
import Testing

@Suite("Numbers that move")
struct LiveNumbersTests {
    @Test("each till sale moves the number on an open page", arguments: TestDatabase.all)
    func tillToPage(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            let lamp = try await shop.product("Lamp", stock: 50, at: shop.mainStreet)
            let page = OpenPage(of: front, on: lamp)
            try await eventually { page.heard.all.last == "50" }
            for left in stride(from: 49, to: 40, by: -1) {
                try await shop.sellsAtTill(lamp)
                try await eventually { page.heard.all.last == "\(left)" }
            }
            page.close()
        }
    }

    @Test("a page that opens after the number moved is told the present one", arguments: TestDatabase.all)
    func lateListener(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            let lamp = try await shop.product("Lamp", stock: 5, at: shop.mainStreet)
            #expect(try await front.visitor().get("/products/lamp").body.contains(">5</b>"))
            try await shop.sellsAtTill(lamp)
            let page = OpenPage(of: front, on: lamp)
            try await eventually { !page.heard.all.isEmpty }
            // The sale's own fact may tell it once more, and never another number.
            try await shop.sellsAtTill(lamp)
            try await eventually { page.heard.all.last == "3" }
            #expect(Set(page.heard.all) == ["4", "3"])
            page.close()
        }
    }

    @Test("a rush on one product ends at the right number", arguments: TestDatabase.all)
    func rush(on engine: TestDatabase) async throws {
        try await withFront(on: engine) { front in
            let shop = front.shop
            let lamp = try await shop.product("Lamp", stock: 100, at: shop.mainStreet)
            let page = OpenPage(of: front, on: lamp)
            try await eventually { page.heard.all.last == "100" }
            let sales = await concurrently(60) { _ in try await shop.sellsAtTill(lamp) }
            #expect(sales.failures.isEmpty)
            try await eventually { page.heard.all.last == "40" }
            page.close()
        }
    }
}

/// A product page that is open in a browser, as far as its number goes.
private struct OpenPage {
    let heard = Heard()
    private let task: Task<Void, Never>

    init(of front: Front, on variant: Variant.ID) {
        let request = HTTPClientRequest(url: front.address + "/live?on=stock:\(variant)")
        let (client, heard) = (front.client, heard)
        task = Task {
            guard let response = try? await client.execute(request, timeout: .seconds(60)) else { return }
            var text = ""
            do {
                for try await piece in response.body {
                    text += String(buffer: piece)
                    while let end = text.range(of: "\n\n") {
                        let event = text[..<end.lowerBound].split(separator: "\n").filter { $0.hasPrefix("data: ") }
                        text.removeSubrange(..<end.upperBound)
                        // The topic, then its value.
                        if event.count == 2 { heard.add([String(event[1].dropFirst(6))]) }
                    }
                }
            } catch {}
        }
    }

    func close() { task.cancel() }
}
