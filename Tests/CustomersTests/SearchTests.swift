import Customers
import Essentials
import TestKit
import Testing

struct SearchTests {
    @Test("the desk finds people by what it has of them", arguments: TestDatabase.all)
    func finds(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let zoe = try await clientele.guest("Zoë Åse-Smith", email: "Zoe@Example.com", phone: "+49 171 1234567")
            _ = try await clientele.guest("Ada Smith", phone: "+12025550143")
            for text in [
                "zoe", "ZOË", "ase", "smi zo", "Åse-Smith", "zoe@ex", "+49171", "4567", "1234567", "0171 1234567", zoe.id.description,
            ] {
                #expect(try await clientele.search(text).contains("Zoë Åse-Smith"), "by \(text)")
            }
            #expect(try await clientele.search("smith") == ["Ada Smith", "Zoë Åse-Smith"])
            #expect(try await clientele.search("") == ["Ada Smith", "Zoë Åse-Smith"])
            for text in ["zoe ada", "nobody", "9999", "!!!", "%"] {
                #expect(try await clientele.search(text) == [], "not by \(text)")
            }
        }
    }

    @Test("results come page by page, each person once", arguments: TestDatabase.all)
    func pages(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            var ids: [Customer.ID] = []
            for number in 0..<7 {
                clientele.clock.advance(by: .seconds(1))
                ids.append(try await clientele.guest("Ada Number\(number)").id)
            }
            try await clientele.merge(ids[6], into: ids[0])
            let manager = clientele.manager
            var seen: [Customer.ID] = []
            while true {
                let last = seen.last
                let page = try await clientele.database.read { try searchCustomers("ada", before: last, limit: 2, by: manager, in: $0) }
                if page.isEmpty { break }
                seen += page.map(\.id)
            }
            #expect(seen == ids.dropLast().reversed())
            #expect(try await clientele.search("number6") == ["Ada Number0"])
        }
    }
}
