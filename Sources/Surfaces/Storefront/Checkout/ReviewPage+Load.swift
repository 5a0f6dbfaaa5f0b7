import Database
import Essentials
import Foundation
import Orders
import Web

extension ReviewPage {
    static func load(
        _ checkout: Checkout, path: String, frame: Frame, in shop: WebShop, snapshot: Snapshot, at now: Instant
    ) throws -> ReviewPage {
        let language = shop.language
        let detail = try CheckoutDetail.load(checkout, in: snapshot)
        let obstacles = try detail.obstacles(on: shop.channel, in: snapshot)
        let left = (checkout.expiresAt - now).microseconds
        return ReviewPage(
            frame: frame, path: path, lines: detail.lines.map { SummaryLine($0, obstacles[$0.variant], in: language) },
            total: checkout.total.formatted(in: language), address: detail.contact.map { AddressLines($0, in: language) },
            promise: DeliveryPromise(in: shop, ordered: now),
            minutesLeft: checkout.state == .open && left > 0 ? (left + 59_999_999) / 60_000_000 : nil,
            expiresAt: checkout.expiresAt.rfc3339, isOver: checkout.state == .replaced)
    }
}

extension SummaryLine {
    init(_ line: SaleLine, _ obstacle: CheckoutObstacle? = nil, in language: String) {
        self.init(
            title: line.title, quantity: line.quantity, total: line.total.formatted(in: language), notice: obstacle.map(\.sentence))
    }
}

extension CheckoutObstacle {
    fileprivate var sentence: Sentence {
        switch self {
        case .gone: "Not sold here any more."
        case .costs(let price): "One costs \(price) now."
        case .left(0): "Sold out meanwhile."
        case .left(let count): Sentence(count: count, one: "Only one is left.", other: "Only \(count) are left.")
        }
    }
}

extension AddressLines {
    init(_ contact: Contact, in language: String) {
        email = contact.email
        let place = [contact.postalCode, contact.city, contact.region].filter { !$0.isEmpty }.joined(separator: " ")
        let country = Locale(identifier: language).localizedString(forRegionCode: contact.country) ?? contact.country
        lines = [contact.name, contact.line1, contact.line2, place, country].filter { !$0.isEmpty }
    }
}
