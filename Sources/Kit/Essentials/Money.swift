/// An amount in a currency's minor unit. Never floating point.
public struct Money: Hashable, Sendable, Codable {
    /// Cents of euros, whole yen, thousandths of dinars.
    public let minorUnits: Int64
    public let currency: Currency

    public init(minorUnits: Int64, currency: Currency) {
        self.minorUnits = minorUnits
        self.currency = currency
    }

    public static func zero(_ currency: Currency) -> Money { Money(minorUnits: 0, currency: currency) }

    /// Reads `49.95`, `-3`, `1200`: digits with at most as many decimals as the currency has, after a point.
    /// - Returns: `nil` for anything else, and for what does not fit 64 bits.
    public init?(parsing text: some StringProtocol, currency: Currency) {
        var digits = Array(text.utf8)[...]
        let negative = digits.first == UInt8(ascii: "-")
        if negative { digits = digits.dropFirst() }
        let parts = digits.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, !whole.isEmpty else { return nil }
        let fraction = parts.count == 2 ? parts[1] : []
        guard parts.count == 1 || !fraction.isEmpty else { return nil }
        // Further zeros say nothing: 5.950 dollars are 5.95.
        guard fraction.dropFirst(currency.digits).allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
        var kept = fraction.prefix(currency.digits)
        while kept.count < currency.digits { kept.append(UInt8(ascii: "0")) }

        var units: Int64 = 0
        for byte in whole + kept {
            guard byte >= 48, byte <= 57 else { return nil }
            let (tenfold, over) = units.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = tenfold.addingReportingOverflow(Int64(byte - 48))
            guard !over, !overflow else { return nil }
            units = sum
        }
        self.init(minorUnits: negative ? -units : units, currency: currency)
    }

    /// `49.95`: what `init(parsing:)` reads, for files and protocols.
    public var plain: String {
        guard currency.digits > 0 else { return String(minorUnits) }
        let magnitude = minorUnits.magnitude
        let scale = UInt64(currency.scale)
        let fraction = String(magnitude % scale)
        let padding = String(repeating: "0", count: currency.digits - fraction.count)
        return (minorUnits < 0 ? "-" : "") + "\(magnitude / scale).\(padding)\(fraction)"
    }

    public static prefix func - (amount: Money) -> Money {
        Money(minorUnits: -amount.minorUnits, currency: amount.currency)
    }

    /// Adding two currencies is a mistake of the program, not of the user.
    public static func + (a: Money, b: Money) -> Money {
        precondition(a.currency == b.currency, "\(a.currency) and \(b.currency) do not add up")
        return Money(minorUnits: a.minorUnits + b.minorUnits, currency: a.currency)
    }

    public static func - (a: Money, b: Money) -> Money { a + -b }
    public static func += (a: inout Money, b: Money) { a = a + b }
    public static func * (amount: Money, count: Int64) -> Money {
        Money(minorUnits: amount.minorUnits * count, currency: amount.currency)
    }

    /// Splits the amount in proportion to `weights` so that the parts add up to it exactly: each part is rounded
    /// towards zero, and the units that remain go to the largest remainders, the earlier part first (Hamilton's method).
    ///
    /// Without weights, or when all are zero, the parts are equal.
    public func split(by weights: [Int64]) -> [Money] {
        guard !weights.isEmpty else { return [] }
        precondition(weights.allSatisfy { $0 >= 0 }, "a weight below zero")
        let total = weights.reduce(0) { $0 + Int128($1) }
        let shares = total == 0 ? weights.map { _ in Int128(1) } : weights.map { Int128($0) }
        let sum = total == 0 ? Int128(weights.count) : total
        let amount = Int128(minorUnits.magnitude)

        var parts = shares.map { Int64(amount * $0 / sum) }
        let remainders = shares.map { amount * $0 % sum }
        let left = Int(amount - parts.reduce(0) { $0 + Int128($1) })
        let order = remainders.indices.sorted { remainders[$0] == remainders[$1] ? $0 < $1 : remainders[$0] > remainders[$1] }
        for index in order.prefix(left) { parts[index] += 1 }
        return parts.map { Money(minorUnits: minorUnits < 0 ? -$0 : $0, currency: currency) }
    }
}

extension Money: Comparable {
    public static func < (a: Money, b: Money) -> Bool {
        precondition(a.currency == b.currency, "\(a.currency) and \(b.currency) have no order")
        return a.minorUnits < b.minorUnits
    }
}
