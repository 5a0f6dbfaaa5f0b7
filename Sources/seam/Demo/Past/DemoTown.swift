import Essentials
import Orders

/// Where the shoppers that chance invents live.
struct DemoTown: Sendable {
    let name: String
    let postalCode: String
    let country: String
    let streets: [String]
    /// How often somebody lives here, beside the others.
    let weight: Double

    static let all = [
        DemoTown(
            name: "Helsinki", postalCode: "00500", country: "FI", streets: ["Vaasankatu", "Fleminginkatu", "Castréninkatu"], weight: 9),
        DemoTown(name: "Espoo", postalCode: "02100", country: "FI", streets: ["Kauppamiehentie", "Merituulentie"], weight: 4),
        DemoTown(name: "Tampere", postalCode: "33200", country: "FI", streets: ["Satakunnankatu", "Puutarhakatu"], weight: 4),
        DemoTown(name: "Turku", postalCode: "20100", country: "FI", streets: ["Yliopistonkatu", "Puolalankatu"], weight: 4),
        DemoTown(name: "Oulu", postalCode: "90100", country: "FI", streets: ["Isokatu", "Asemakatu"], weight: 2),
        DemoTown(name: "Jyväskylä", postalCode: "40100", country: "FI", streets: ["Kauppakatu", "Väinönkatu"], weight: 2),
        DemoTown(name: "Kuopio", postalCode: "70100", country: "FI", streets: ["Tulliportinkatu"], weight: 1),
        DemoTown(name: "Vaasa", postalCode: "65100", country: "FI", streets: ["Hovioikeudenpuistikko"], weight: 1),
        DemoTown(name: "Stockholm", postalCode: "116 21", country: "SE", streets: ["Bondegatan", "Skånegatan"], weight: 3),
        DemoTown(name: "Uppsala", postalCode: "753 10", country: "SE", streets: ["Svartbäcksgatan"], weight: 1),
        DemoTown(name: "Tallinn", postalCode: "10133", country: "EE", streets: ["Telliskivi"], weight: 1),
    ]
}

/// The people who order on the web: those whom the demo tells of, and as many as chance invents.
enum DemoCrowd {
    static let told: [DemoShopper] = [.aino, .jonas, .freja, .maija, .pekka]

    private static let given = [
        "Eeva", "Onni", "Helmi", "Eino", "Saana", "Veikko", "Lumi", "Arvo", "Inka", "Toivo", "Pihla", "Otso", "Venla", "Niilo", "Kerttu",
        "Ilmari", "Sofia", "Axel", "Linnea", "Hugo", "Märta", "Nils", "Siiri", "Väinö",
    ]
    private static let family = [
        "Koivula", "Salmela", "Harju", "Lehtola", "Mäkinen", "Rantanen", "Kivelä", "Aalto", "Suominen", "Peltola", "Hakala", "Norrgård",
        "Lindroos", "Sandell", "Öhman", "Tamm", "Hietala", "Järvi", "Saarela", "Wikström",
    ]

    /// The same people for the same chance; every third has an account.
    static func invented(_ count: Int, by chance: inout DemoChance) -> [DemoShopper] {
        var taken = Set(told.map(\.key))
        var people: [DemoShopper] = []
        while people.count < count {
            let (first, last) = (chance.pick(given), chance.pick(family))
            let email = "\(first).\(last)".folded.replacing(" ", with: ".") + "@example.com"
            guard taken.insert(email).inserted else { continue }
            let town = chance.pick(DemoTown.all, by: \.weight)
            let contact = Contact(
                email: email, name: "\(first) \(last)", line1: "\(chance.pick(town.streets)) \(chance.whole(1...48))",
                postalCode: town.postalCode, city: town.name, country: town.country)
            people.append(DemoShopper(contact: contact, hasAccount: people.count % 3 == 0))
        }
        return people
    }
}
