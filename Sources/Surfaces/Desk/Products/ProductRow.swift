import Catalog
import Essentials
import Web

/// One product in the list.
struct ProductRow: Shown {
    let product: ProductSummary
    let sku: String?
    let barcode: String?
    /// How many variants, when there is more than one.
    let count: Int?
    /// The lowest one, as people read it, and as it is typed.
    let price: String?
    let plainPrice: String
    let hasPrices: Bool
    let isReduced: Bool
    let free: Int64?
    let updatedAt: Moment
    /// The list as it is now, and the same with this row to be changed.
    var back = ""
    var edit = ""
    /// The row as a form.
    var form: Form?

    init(_ product: ProductSummary, variants: [Variant], prices: [Price], free: Int64?, clock: ShopClock) {
        self.product = product
        sku = variants.first?.sku
        barcode = variants.first?.barcode
        count = variants.count > 1 ? variants.count : nil
        let lowest = prices.min { $0.amount.minorUnits < $1.amount.minorUnits }
        price = lowest?.amount.formatted(in: clock.language)
        plainPrice = lowest?.amount.plain ?? ""
        hasPrices = Set(prices.map(\.amount.minorUnits)).count > 1
        isReduced = prices.contains(where: \.isReduced)
        self.free = free
        updatedAt = Moment(product.updatedAt, clock)
    }

    /// What is kept, as the row's form shows it.
    var values: [String: String] {
        [
            "title": product.title, "vendor": product.vendor, "status": product.status.rawValue, "price": plainPrice,
            "version": String(product.version),
        ]
    }

    static let answers: Answers = [
        "id": \.product.id.description, "title": \.product.title, "vendor": \.product.vendor, "image": \.product.image?.url,
        "status": { Chosen($0.product.status.rawValue) }, "sku": \.sku, "barcode": \.barcode, "count": \.count, "updatedAt": \.updatedAt,
        "price": \.price, "hasPrices": \.hasPrices, "isReduced": \.isReduced, "free": \.free, "isOut": { ($0.free ?? 1) <= 0 },
        "back": \.back, "edit": \.edit, "f": { $0.form ?? Form() }, "isEdited": { $0.form != nil },
        "hasOne": { $0.count == nil }, "isCounted": { $0.free != nil },
        "vendorLink": { Fields.link("/desk/products", ["vendor": $0.product.vendor]) },
    ]
}
