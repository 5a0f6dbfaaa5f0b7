import Catalog
import Database
import Essentials
import Inventory
import Orders
import Secrets
import Web

extension CartPage {
    /// In a number of statements that does not grow with the cart.
    /// - Parameter removed: what was taken out a moment ago, and how many of it.
    static func load(
        _ key: CartKey?, removed: (variant: Variant.ID, quantity: Int64)? = nil, in shop: WebShop, at now: Instant, snapshot: Snapshot,
        corner: (Int) throws -> Corner
    ) throws -> CartPage {
        let cart = try key.flatMap { try Cart.find($0, in: snapshot) }
        let lines = try cart?.lines(in: snapshot) ?? []
        let channel = shop.channel
        let wanted = lines.map(\.variant) + (removed.map { [$0.variant] } ?? [])
        let variants = try SellableVariant.find(wanted, on: channel.priceList, language: shop.language, in: snapshot)
        let tracked = lines.map(\.variant).filter { variants[$0]?.isTracked == true }
        let stock = try availability(of: tracked, on: channel, in: snapshot)
        let held = try cart?.held(in: snapshot) ?? [:]
        let count = lines.reduce(0) { $0 + Int($1.quantity) }
        // A line that is not sold any more leaves no total; the page says so at that line.
        let quote = try? Quote(lines, of: variants, in: channel.currency)
        return CartPage(
            frame: shop.frame(cart: try corner(count), path: "/cart"),
            lines: lines.compactMap { line in
                variants[line.variant].map { CartLine(line, of: $0, stock[line.variant], held: held[line.variant] ?? 0, in: shop.language) }
            },
            total: quote?.total.formatted(in: shop.language),
            promise: stock.areThere(lines, held: held) ? DeliveryPromise(in: shop, ordered: now) : nil,
            visit: StoreVisit(in: stock.places(of: lines), of: shop, at: now),
            removed: removed.flatMap { removed in
                variants[removed.variant].map {
                    RemovedLine(variant: removed.variant.description, title: $0.title, quantity: removed.quantity)
                }
            })
    }

    /// The page after something was refused: said at the line that it is about, or above all lines.
    func refusing(_ refusal: any Refusal, at variant: Variant.ID? = nil, typed: String? = nil) -> CartPage {
        var lines = lines
        if case InventoryRefusal.short(let shortages) = refusal {
            for shortage in shortages {
                guard let index = lines.firstIndex(where: { $0.variant == shortage.variant.description }) else { continue }
                lines[index].left = shortage.free
            }
        }
        var notices = FieldNotices()
        if let variant, let index = lines.firstIndex(where: { $0.variant == variant.description }) {
            lines[index].notice = refusal.sentence
            lines[index].typed = typed ?? lines[index].typed
        } else {
            notices.add(refusal)
        }
        var page = CartPage(frame: frame, lines: lines, total: total, removed: removed, notices: notices)
        (page.promise, page.visit) = (promise, visit)
        return page
    }
}

extension CartLine {
    /// - Parameter held: units that this cart's own checkout keeps for it.
    init(_ line: Cart.Line, of variant: SellableVariant, _ stock: Availability?, held: Int64, in language: String) {
        let price = variant.isSellable ? variant.price : nil
        self.variant = variant.id.description
        path = "/products/\(variant.handle)?variant=\(variant.id)"
        title = variant.productTitle
        options = variant.variantTitle
        picture = Picture(variant.image, of: variant.title)
        quantity = line.quantity
        typed = String(line.quantity)
        self.price = price.map { PriceTag($0, in: language) }
        lineTotal = price.map { ($0.amount * line.quantity).formatted(in: language) }
        let wanted = max(0, line.quantity - held)
        let isShort = stock.map { $0.quantity < wanted } ?? false
        let sells = stock?.sells(wanted, whenSoldOut: variant.whenSoldOut) ?? true
        left = sells ? nil : stock.map { $0.quantity + held }
        later = isShort && sells ? stock.map { wanted - $0.quantity } : nil
    }
}
