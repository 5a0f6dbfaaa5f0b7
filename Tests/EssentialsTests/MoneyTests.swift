import Essentials
import TestKit
import Testing

@Suite("Money")
struct MoneyTests {
    @Test(
        "reads amounts with 0, 2 and 3 decimals",
        arguments: [
            ("49.95", "USD", 4995), ("0.5", "USD", 50), ("-3", "EUR", -300), ("500", "JPY", 500), ("1.234", "KWD", 1234),
            ("5.950", "USD", 595), ("92233720368547758.07", "USD", .max),
        ] as [(String, String, Int64)])
    func reads(text: String, code: String, minorUnits: Int64) throws {
        let currency = try #require(Currency(code))
        #expect(Money(parsing: text, currency: currency)?.minorUnits == minorUnits)
    }

    @Test(
        "refuses what is no amount",
        arguments: ["", "-", ".", "1.", ".5", "1.234", "1,5", "1e3", "12 ", "92233720368547758.08", "0x10", "１", "--1", "1.2.3"])
    func refuses(text: String) {
        #expect(Money(parsing: text, currency: .dollar) == nil)
    }

    @Test("writes what it reads", arguments: [0, 1, -1, 99, -100, 123_456, Int64.max, Int64.min + 1])
    func plainRoundTrip(minorUnits: Int64) throws {
        for code in ["USD", "JPY", "KWD"] {
            let money = Money(minorUnits: minorUnits, currency: try #require(Currency(code)))
            #expect(Money(parsing: money.plain, currency: money.currency) == money)
        }
    }

    @Test("a split adds up to the cent, and no part is a cent away from its share", arguments: 1...200)
    func splits(seed: Int) {
        var dice = Randomness.seeded(UInt64(seed))
        let amount = Int64.random(in: -1_000_000...1_000_000, using: &dice)
        let weights = (0..<Int.random(in: 1...9, using: &dice)).map { _ in Int64.random(in: 0...50, using: &dice) }
        let parts = Money(minorUnits: amount, currency: .euro).split(by: weights)
        #expect(parts.reduce(0) { $0 + $1.minorUnits } == amount)
        let total = weights.reduce(0, +)
        for (part, weight) in zip(parts, weights) where total > 0 {
            #expect(abs(Double(part.minorUnits) - Double(amount) * Double(weight) / Double(total)) < 1)
        }
    }

    @Test("is written as people of each language write it")
    func formats() {
        let price = Money(minorUnits: 124_995, currency: .euro)
        #expect(price.formatted(in: "en") == "€1,249.95")
        #expect(price.formatted(in: "fi") == "1\u{a0}249,95\u{a0}€")
        #expect(Money(minorUnits: 500, currency: .yen).formatted(in: "ja") == "¥500")
        #expect(Money(typed: "1 249,95 €", in: "fi", currency: .euro) == price)
        #expect(Money(typed: "1,249.95", in: "en", currency: .euro) == price)
        #expect(Money(typed: "1,00,000.00", in: "en-IN", currency: .euro)?.minorUnits == 10_000_000)
    }

    @Test(
        "a separator of thousands that stands elsewhere is not passed over",
        arguments: ["10,50", "1,2", "1,2345", "1,,000", "1,249.9,5", "1,0000.00", ",5", "12x"])
    func misplacedGroups(text: String) {
        #expect(Money(typed: text, in: "en", currency: .euro) == nil)
    }

    @Test("only ISO 4217 money is money")
    func currencies() {
        #expect(Currency("eur")?.code == "EUR")
        #expect(Currency("XXX") == nil)
        #expect(Currency("EURO") == nil)
        #expect(Currency("BHD")?.digits == 3)
    }
}
