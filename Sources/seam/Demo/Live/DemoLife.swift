import Channels
import Database
import Essentials
import Inventory
import Orders
import Secrets
import Staff
import Synchronization

/// Lets simulated shoppers and tills buy in the demo shop by the verbs that real ones use, until the task is cancelled.
///
/// It works beside a running server, as another process on the same database: the server notices, and the numbers on
/// open pages move. Shoppers take their time, so what they hold at the checkout is gone for others before it is paid.
struct DemoLife: Sendable {
    let diary: DemoDiary
    let names: [String: String]
    let database: any Database
    let world: World
    /// Is given one short line for each thing that happens.
    let tell: @Sendable (String) -> Void

    init(
        of assortment: DemoAssortment, in database: any Database, world: World, tell: @escaping @Sendable (String) -> Void
    ) async throws {
        diary = try await database.read { try DemoDiary.find(of: assortment, in: $0) }
        names = assortment.names
        self.database = database
        self.world = world
        self.tell = tell
    }

    /// - Parameter rate: how many people come in a minute, on average.
    func run(perMinute rate: Double, on street: DemoStreet) async {
        var street = street
        await withTaskGroup(of: Void.self) { group in
            while !Task.isCancelled {
                let (visit, looks) = (street.next(), (street.look(), street.look()))
                group.addTask { await come(visit, looking: looks) }
                try? await Task.sleep(for: street.pause(perMinute: rate))
            }
        }
    }

    private func come(_ visit: DemoStreet.Visit, looking: (Duration, Duration)) async {
        do {
            switch visit {
            case .counter(let shop, let lines, let tender): try await buy(lines, for: tender, in: shop)
            case .web(let shopper, let platform, let lines, let ending):
                try await order(lines, as: shopper, on: diary.channel(platform), until: ending, looking: looking)
            }
        } catch is CancellationError {
            return
        } catch let refusal as any Refusal {
            tell(line("–", refusal.message))
        } catch {
            tell(line("–", "\(error)"))
        }
    }

    func buy(_ lines: [DemoLine], for tender: DemoTender, in shop: DemoPlace) async throws {
        let (diary, world) = (diary, world)
        let sold = try await database.write { try diary.serve(lines, for: tender, in: shop, transaction: $0, world: world) }
        guard let sold else { return tell(line(shop.city, "went away: \(words(lines)) is sold out here")) }
        tell(line(shop.city, "sold \(words(sold.lines)) for \(sold.order.total.formatted(in: "en")), by \(tender)"))
    }

    func order(
        _ lines: [DemoLine], as shopper: DemoShopper, on channel: Channel, until ending: DemoEnding, looking: (Duration, Duration)
    ) async throws {
        let (diary, world, name) = (diary, world, shopper.contact.name)
        let (cart, link) = (CartKey.cookie(SecretToken(world: world)), SecretToken(world: world))
        let guest = Actor.guest(channel: channel.id.bits)
        try await database.write { try diary.fill(cart, with: lines, on: channel, by: guest, in: $0, world: world) }
        tell(line(channel.handle, "\(name) puts \(words(lines)) into the cart"))
        try await Task.sleep(for: looking.0)
        guard ending != .leftInCart else { return tell(line(channel.handle, "\(name) leaves without buying")) }

        let checkout = try await database.write {
            try beginCheckout(
                of: cart, contact: shopper.contact, on: channel, language: channel.language, link: link, by: guest, in: $0, world: world)
        }
        tell(line(channel.handle, "\(name) is at the checkout: the units are held"))
        try await Task.sleep(for: looking.1)
        guard ending != .leftAtCheckout else { return tell(line(channel.handle, "\(name) leaves at the checkout")) }

        if ending != .paid { await decline(checkout, of: name, on: channel) }
        let order = try await pay(
            .id(checkout.id), token: "success_token", with: .test, on: channel, by: guest, in: database, world: world)
        tell(line(channel.handle, "\(name) placed order \(order.number) for \(order.total.formatted(in: "en"))"))
    }

    private func decline(_ checkout: Checkout, of name: String, on channel: Channel) async {
        let guest = Actor.guest(channel: channel.id.bits)
        _ = try? await pay(.id(checkout.id), token: "declined_token", with: .test, on: channel, by: guest, in: database, world: world)
        tell(line(channel.handle, "\(name)'s card is declined; they try another"))
    }
}

extension DemoLife {
    /// `14:03:09  web         Aino Virtanen placed order 1204 for €48.00`, on the clocks of Helsinki.
    private func line(_ place: String, _ words: String) -> String {
        let zone = diary.places[.helsinki]?.timeZone
        let now = world.now
        let minute = zone?.minuteOfDay(at: now) ?? 0
        let second = Int(now.microseconds / 1_000_000 % 60)
        let time = [minute / 60, minute % 60, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return time + "  " + place.padding(toLength: 10) + "  " + words
    }

    private func words(_ lines: [DemoLine]) -> String {
        lines.map { ($0.quantity > 1 ? "\($0.quantity) × " : "") + (names[$0.sku] ?? $0.sku) }.joined(separator: ", ")
    }
}

extension DemoAssortment {
    /// By SKU: what people call it.
    fileprivate var names: [String: String] {
        var names: [String: String] = [:]
        for product in products {
            for variant in product.variants {
                names[variant.sku] = ([product.title] + variant.options.map { "(\($0))" }).joined(separator: " ")
            }
        }
        return names
    }
}

extension DemoPlace {
    fileprivate var city: String { String(name.prefix { $0 != "," }) }
}

extension String {
    fileprivate func padding(toLength length: Int) -> String {
        self + String(repeating: " ", count: max(0, length - count))
    }
}
