import Essentials

/// What is done to many products at once.
public enum BulkChange: Sendable, Equatable, Codable {
    case status(Product.Status)
    case vendor(String)
    case type(String)
    case addTag(String)
    case removeTag(String)
    /// Of every variant that has a price on the list.
    case price(PriceStep, on: PriceList.ID)
}

/// How a price becomes another.
public enum PriceStep: Sendable, Equatable, Codable {
    /// By so many hundredths of a per cent, rounded to the minor unit: −1,000 takes off a tenth. The price before stays
    /// what it was, or becomes the present one when `strikes` says so.
    case percent(Int, strikes: Bool)
    /// By so many minor units.
    case amount(Int64, strikes: Bool)
    /// To this.
    case set(Int64, strikes: Bool)
    /// Back to the price that is struck through.
    case endReduction

    /// - Returns: the same price when there is nothing to do.
    /// - Throws: `CatalogRefusal.negativePrice`, `.priceTooHigh`.
    func applied(to price: Price) throws -> Price {
        switch self {
        case .percent(let hundredths, let strikes):
            let part = Int128(price.amount.minorUnits) * Int128(10_000 + hundredths)
            // Half a unit goes up; prices are never below zero.
            return try changed(price, to: Int64(clamping: (part * 2 + 10_000) / 20_000), strikes: strikes)
        case .amount(let units, let strikes):
            let (sum, overflow) = price.amount.minorUnits.addingReportingOverflow(units)
            guard !overflow else { throw CatalogRefusal.negativePrice }
            return try changed(price, to: sum, strikes: strikes)
        case .set(let units, let strikes):
            return try changed(price, to: units, strikes: strikes)
        case .endReduction:
            return price.isReduced ? Price(price.compareAt ?? price.amount) : price
        }
    }

    private func changed(_ price: Price, to units: Int64, strikes: Bool) throws -> Price {
        let amount = Money(minorUnits: units, currency: price.amount.currency)
        try Price.verify(amount)
        // What was struck through already stays: a second reduction is one from the first price.
        let before = strikes && !price.isReduced ? price.amount : price.compareAt
        return Price(amount, compareAt: before)
    }
}

extension BulkChange {
    /// The list whose prices it changes.
    var list: PriceList.ID? {
        guard case .price(_, let list) = self else { return nil }
        return list
    }

    /// The product as it shall be, with the prices that change.
    func applied(to detail: ProductDetail) throws -> ProductDraft {
        var draft = detail.draft
        switch self {
        case .status(let status): draft.status = status
        case .vendor(let vendor): draft.vendor = vendor
        case .type(let type): draft.type = type
        case .addTag(let tag): if !draft.tags.contains(tag) { draft.tags.append(tag) }
        case .removeTag(let tag): draft.tags.removeAll { $0 == tag }
        case .price(let step, let list):
            for (index, variant) in detail.variants.enumerated() {
                guard let price = detail.prices[variant.id] else { continue }
                let next = try step.applied(to: price)
                if next != price { draft.variants[index].prices[list] = next }
            }
        }
        return try draft.validated()
    }
}
