import Customers
import Essentials
import Staff
import TestKit
import Testing

struct AddressTests {
    private func address(_ line: String) throws -> PostalAddress {
        try PostalAddress(name: "Ada", lines: [line], city: "Portland", region: "OR", postalCode: "97201", country: "US")
    }

    @Test("the address that was used last comes first, and none is kept twice", arguments: TestDatabase.all)
    func book(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let session = try await clientele.registers("Ada", "ada@example.com").session
            let (id, own) = (session.customer.id, session.actor)
            for line in ["1 First St", "2 Second St", "1 First St"] {
                clientele.clock.advance(by: .minutes(1))
                let address = try address(line)
                _ = try await clientele.write { try saveAddress(address, for: id, by: own, in: $0, world: $1) }
            }
            let book = try await clientele.database.read { try CustomerAddress.of(id, in: $0) }
            #expect(book.map(\.address.lines) == [["1 First St"], ["2 Second St"]])
            for _ in 1...2 { try await clientele.write { try removeAddress(book[0].id, of: id, by: own, in: $0, world: $1) } }
            #expect(try await clientele.database.read { try CustomerAddress.of(id, in: $0) } == [book[1]])
        }
    }

    @Test("the same address saved twice at once is one", arguments: TestDatabase.all)
    func twice(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let (id, manager, address) = (try await clientele.guest("Ada").id, clientele.manager, try address("1 First St"))
            let outcomes = await concurrently(2) { _ in
                try await clientele.write { try saveAddress(address, for: id, by: manager, in: $0, world: $1) }
            }
            #expect(Set(outcomes.successes.map(\.id)).count == 1)
            #expect(try await clientele.database.read { try CustomerAddress.of(id, in: $0) }.count == 1)
        }
    }

    @Test("an address is tidied")
    func tidy() throws {
        let address = try PostalAddress(
            name: " Ada  Lovelace ", company: " ", lines: ["", " 12  St James's Sq ", ""], city: "London", postalCode: "sw1y 4jh",
            country: "gb")
        #expect(address.name == "Ada Lovelace" && address.company == nil && address.lines == ["12 St James's Sq"])
        #expect(address.postalCode == "SW1Y 4JH" && address.country == "GB")
    }

    @Test(
        "the first flaw of an address is named",
        arguments: [
            ("", ["1 A St"], "Portland", "97201", "US", AddressFlaw.name), ("Ada", [" "], "Portland", "97201", "US", .lines),
            ("Ada", ["a", "b", "c", "d"], "Portland", "97201", "US", .lines), ("Ada", ["1 A St"], "", "97201", "US", .city),
            ("Ada", ["1 A St"], "Portland", "97201", "XX", .country), ("Ada", ["1 A St"], "Portland", "9720", "US", .postalCode),
            ("Ada", ["1 A St"], "Toronto", "M5V 3L", "CA", .postalCode), ("Ada", ["1 A St"], "Berlin", "", "DE", .postalCode),
        ])
    func flaws(_ name: String, _ lines: [String], _ city: String, _ code: String, _ country: String, _ flaw: AddressFlaw) {
        #expect(throws: CustomerRefusal.addressMalformed(flaw)) {
            try PostalAddress(name: name, lines: lines, city: city, postalCode: code, country: country)
        }
    }

    @Test(
        "codes in the country's shape are taken",
        arguments: [
            ("97201-1234", "US"), ("K1A 0B1", "CA"), ("1012 AB", "NL"), ("00-950", "PL"), ("100-0001", "JP"), ("D02 AF30", "IE"),
        ])
    func codes(_ code: String, _ country: String) throws {
        _ = try PostalAddress(name: "Ada", lines: ["1 A St"], city: "Town", postalCode: code, country: country)
    }
}
