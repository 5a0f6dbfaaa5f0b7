import Catalog
import Content
import Essentials
import Places
import Web

@testable import Storefront

extension SamplePages {
    private static let kitchen = CollectionTile(
        path: "/collections/kitchen", title: "Kitchen", tongue: "de", picture: Picture(nil, of: "Kitchen"))
    private static func map(isHere: Bool = false) -> MapDrawing? {
        let stores = [(60.1699, 24.9384, "Helsinki"), (60.4518, 22.2666, "Turku")].enumerated().map { index, place in
            Store(
                id: Location.ID(bits: UInt128(index) + 1), code: "S\(index + 1)", name: place.2, city: place.2,
                point: Point(latitude: place.0, longitude: place.1))
        }
        return MapDrawing(stores, here: isHere ? stores[0] : nil)
    }

    static let home = HomePage(
        frame: bareFrame,
        blocks: [
            HomeBlock(number: 1, block: FrontBlock(.hero), isWelcome: true, isHead: true),
            HomeBlock(number: 2, block: FrontBlock(.collections), collections: [kitchen]),
            HomeBlock(number: 3, block: FrontBlock(.products), tiles: [lamp, bowl], more: "/search"),
            HomeBlock(number: 4, block: FrontBlock(.stores), map: map()),
        ])
    static let homeEmpty = HomePage(
        frame: bareFrame, blocks: [HomeBlock(number: 1, block: FrontBlock(.products)), HomeBlock(number: 2, block: FrontBlock(.stores))])

    private static let link = FrontBlock.Link(title: "Look & see", address: "/collections/kitchen")
    static let homeArranged = HomePage(
        frame: bareFrame,
        blocks: [
            HomeBlock(
                number: 1,
                block: FrontBlock(
                    .hero, title: "Come in", text: "It is warm <here>.", picture: "/assets/a.webp", alt: "A door", link: link),
                isHead: true),
            HomeBlock(
                number: 2, block: FrontBlock(.hero, title: "Noch einmal", text: "Warm.", picture: "/assets/d.webp", link: link),
                titleTongue: "de", textTongue: "de", linkTongue: "de", altTongue: "de"),
            HomeBlock(
                number: 3, block: FrontBlock(.collections, title: "Rooms", collections: ["kitchen"]), collections: [kitchen],
                titleTongue: "de"),
            HomeBlock(
                number: 4, block: FrontBlock(.products, title: "For the table"), tiles: [lamp], more: "/collections/kitchen",
                titleTongue: "de"),
            HomeBlock(
                number: 5,
                block: FrontBlock(
                    .story, title: "A pot", text: "<p>It was <b>fired</b> twice.<script>x</script></p>", picture: "/assets/b.webp",
                    link: link,
                    isTurned: true)),
            HomeBlock(
                number: 6, block: FrontBlock(.story, title: "One word", text: "<p>Warm.</p>", picture: "/assets/c.webp", link: link),
                titleTongue: "de", textTongue: "de", linkTongue: "de", altTongue: "de"),
            HomeBlock(number: 7, block: FrontBlock(.stores, title: "Come by"), map: map(), titleTongue: "de"),
            HomeBlock(number: 8, block: FrontBlock(.stories), stories: [soup]),
            HomeBlock(number: 9, block: FrontBlock(.stories, title: "To read"), stories: [soup, kiln], titleTongue: "de"),
        ])

    private static let soup = StoryTile(
        path: "/stories/soup", title: "Soup & bread", lede: "For <six>.", ledeTongue: "de", isRecipe: true,
        picture: german(Picture(MediaDraft(url: "/assets/soup-800.webp", alt: "Ein Topf"), of: "Soup")))
    private static let kiln = StoryTile(
        path: "/stories/kiln", title: "The kiln", titleTongue: "de", lede: "", isRecipe: false, picture: Picture(nil, of: "Kiln"))
    static let stories = StoriesPage(frame: frame, trail: trail, stories: [soup, kiln])
    static let storiesNone = StoriesPage(frame: frame, trail: trail, stories: [])
    static let recipe = StoryPage(
        frame: frame, path: "/stories/soup", title: "Soup & bread", lede: "For <six>.", isRecipe: true, serves: 6, minutes: 70,
        textLanguage: nil,
        picture: soup.picture,
        parts: [
            .ingredients(["½ l “milk”", "2 eggs"]), .text("Stir it <b>well</b>.<script>x</script>"), .heading("Then"),
            .steps(["Wait", "Eat"]),
        ].map(StoryPart.init), trail: trail, tiles: [lamp], structured: [structured])
    static let storyBare = StoryPage(
        frame: bareFrame, path: "/stories/kiln", title: "The kiln", lede: "", isRecipe: false, serves: nil, minutes: nil,
        textLanguage: "fi",
        picture: nil, parts: [.text("Se on kuuma.")].map(StoryPart.init), trail: trail, tiles: [bowl], structured: [])
    static let recipeInHaste = StoryPage(
        frame: frame, path: "/stories/tea", title: "Tea", titleTongue: "de", lede: "Water.", ledeTongue: "de", isRecipe: true, serves: nil,
        minutes: 5, textLanguage: nil,
        picture: Picture(nil, of: "Tea"), parts: [.steps(["Pour"])].map(StoryPart.init), trail: trail, tiles: [], structured: [])

    static let locations = LocationsPage(
        frame: frame, query: "hel",
        locations: [
            LocationLine(
                path: "/locations/S1", name: "Main Street", address: "1 Main Street, Helsinki",
                opening: OpeningSign(isOpen: true, change: "9 PM")),
            LocationLine(
                path: "/locations/S2", name: "Harbour", address: "2 Quay", opening: OpeningSign(isOpen: false, change: "Monday 10 AM")),
            LocationLine(path: "/locations/S3", name: "Hill", address: "3 Hill", opening: OpeningSign(isOpen: true, change: nil)),
        ], next: "/locations?q=hel&after=loc_1", map: map())
    private static let structured = StructuredData(Thing("Store", isWhole: true, [:]))
    static let location = LocationPage(
        frame: frame, name: "Main Street", shelf: "/search?at=S1", address: ["1 Main Street", "00100 Helsinki", "Finland"],
        opening: OpeningSign(isOpen: true, change: "9 PM"),
        hours: [
            HoursLine(day: "Monday", isToday: true, spans: ["10 AM – 1 PM", "2 PM – 9 PM"]),
            HoursLine(day: "Sunday", isToday: false, spans: []),
        ], services: ["Repairs", "Gift wrapping"], coordinates: "60.17, 24.95",
        route: "https://www.openstreetmap.org/?mlat=60.17&mlon=24.95", map: map(isHere: true), structured: structured)
    static let locationBare = LocationPage(
        frame: frame, name: "Hill", shelf: "/search?at=S3", address: ["Finland"], opening: OpeningSign(isOpen: false, change: nil),
        hours: [],
        services: [], coordinates: nil, route: nil, map: nil, structured: structured)
}
