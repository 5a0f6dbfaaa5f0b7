import Catalog
import Channels
import Database
import Essentials
import Inventory

/// What has come between a checkout and its payment: a line of it cannot be had any more as the shopper saw it.
public enum CheckoutObstacle: Sendable, Equatable {
    /// It is not sold on the channel any more.
    case gone
    /// One costs that much now.
    case costs(Money)
    /// The time ran out in which units were kept, and only so many are left.
    case left(Int64)
}

extension CheckoutDetail {
    /// What stands in the way of paying, by variant: what `pay` would refuse, and units that are gone. Nothing while an
    /// open checkout holds its units and they cost what they did; nothing of one that is placed or replaced.
    public func obstacles(on channel: Channel, in snapshot: some Reading) throws -> [Variant.ID: CheckoutObstacle] {
        guard checkout.state == .open || checkout.state == .expired else { return [:] }
        let variants = try SellableVariant.find(lines.map(\.variant), on: channel.priceList, in: snapshot)
        let counted = checkout.state == .expired ? lines.map(\.variant).filter { variants[$0]?.isTracked == true } : []
        let stock = try availability(of: counted, on: channel, in: snapshot)
        var obstacles: [Variant.ID: CheckoutObstacle] = [:]
        for line in lines {
            let variant = variants[line.variant]
            guard let variant, variant.isActive, let price = variant.price else {
                obstacles[line.variant] = .gone
                continue
            }
            if price.amount != line.unitPrice {
                obstacles[line.variant] = .costs(price.amount)
            } else if let free = stock[line.variant], !free.sells(line.quantity, whenSoldOut: variant.whenSoldOut) {
                obstacles[line.variant] = .left(free.quantity)
            }
        }
        return obstacles
    }
}
