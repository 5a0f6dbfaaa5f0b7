import Catalog
import Channels
import Database
import Essentials
import Orders
import Places
import Secrets
import Staff

/// Fills an empty database with a small home, kitchen and pantry retailer that has been open for some weeks, by the verbs
/// that its people would use: places, people, channels, products, stock, and what has happened since.
///
/// The shop opens all at once; what happened since follows event by event, so a program that is ended in between leaves
/// a shop with a shorter past, and sound books. What happens is the same each time; ids and secrets are not.
/// - Parameter days: how long ago it opened; two weeks at least.
/// - Returns: how to get in; `nil` when the database holds anything already, which is then left as it is.
func fillDemoShop(
    with assortment: DemoAssortment, days: Int = 28, in database: any Database, hasher: PasswordHasher, world: World
) async throws -> DemoShop? {
    guard try await database.read({ try holdsNothing($0) }) else { return nil }
    let secrets = try await DemoSecrets(hasher: hasher, world: world)
    let calendar = try DemoCalendar(endingAt: world.now, days: max(14, days))
    let opening = world.standing(at: calendar.opening)
    let diary = try await database.write { transaction -> DemoDiary? in
        try transaction.enter("seam.demo")
        guard try holdsNothing(transaction) else { return nil }
        try DemoMark(filledAt: world.now).set(in: transaction)
        return try openDemoShop(with: assortment, secrets, in: transaction, world: opening)
    }
    guard let diary else { return nil }
    let past = DemoPast.events(of: assortment, at: diary.places, by: calendar)
    try await diary.live(through: past, secrets: secrets, in: database, world: world)
    return DemoShop()
}

private func openDemoShop(
    with assortment: DemoAssortment, _ secrets: DemoSecrets, in transaction: Transaction, world: World
) throws -> DemoDiary {
    let owner = try DemoPeople.found(secrets, in: transaction, world: world)
    let places = try DemoPlace.open(by: owner, in: transaction, world: world)
    let people = try DemoPeople.hire(secrets, at: places, by: owner, in: transaction, world: world)
    let prices = try DemoPrices.open(by: owner, in: transaction, world: world)
    let shelves = try DemoShelves.fill(with: assortment, at: places, prices: prices, by: owner, in: transaction, world: world)
    let channels = try DemoChannels.open(places, prices: prices, by: owner, in: transaction, world: world)
    try assortment.arrangeFront(of: channels.web, by: owner, in: transaction, world: world)
    try assortment.guideShoppers(of: channels.web, by: owner, in: transaction, world: world)
    var tills: [DemoPlace: Device.ID] = [:]
    for shop in DemoPlace.shops {
        // Nobody keeps its token: a manager makes a browser this till, which gives it a new one.
        guard let location = places[shop] else { continue }
        tills[shop] = try registerDevice(name: DemoShop.till, at: location.id.bits, by: owner, in: transaction, world: world).device.id
    }
    try assortment.tellStories(by: owner, from: world.now, in: transaction, world: world)
    return DemoDiary(people: people, places: places, channels: channels, shelves: shelves, tills: tills)
}

/// Whether nobody works here, nothing is sold and nothing was: at most the foundation is there that serving lays, as it was
/// laid.
private func holdsNothing(_ reading: some Reading) throws -> Bool {
    try !StaffMember.isShopFounded(in: reading) && StaffMember.page(limit: 1, by: .system("demo"), in: reading).isEmpty
        && ProductSummary.page(limit: 1, in: reading).isEmpty && OrderList.page(limit: 1, in: reading).orders.isEmpty
        && PriceList.all(in: reading).count <= 1
        && Channel.all(in: reading, archived: true).allSatisfy { $0.version == 1 && $0.locations.isEmpty }
        && Location.all(in: reading, archived: true).isEmpty
}

extension World {
    /// The same chance at a moment that does not pass.
    func standing(at moment: Instant) -> World {
        World(clock: Clock { moment }, random: random)
    }
}
