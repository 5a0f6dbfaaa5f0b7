// swift-tools-version: 6.2
// The rooms of Seam, and what each may use. This table is the picture of the architecture:
// calls go down it, facts go up. `ArchitectureTests` holds every import against it.
import PackageDescription

struct Room {
    let name: String
    let folder: String
    let uses: [String]
    let libraries: [Target.Dependency]
}

func room(_ name: String, in folder: String, uses: String = "", libraries: [Target.Dependency] = []) -> Room {
    Room(name: name, folder: folder, uses: uses.split(separator: " ").map(String.init), libraries: libraries)
}

// Libraries that rooms may name.
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTLS: Target.Dependency = .product(name: "HummingbirdTLS", package: "hummingbird")
let hummingbirdHTTP2: Target.Dependency = .product(name: "HummingbirdHTTP2", package: "hummingbird")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration: Target.Dependency = .product(name: "Configuration", package: "swift-configuration")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nioHTTPTypes: Target.Dependency = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")

let kit: [Room] = [
    room("Essentials", in: "Kit"),
    room("Secrets", in: "Kit", uses: "Essentials", libraries: [crypto, cryptoExtras]),
    room("Database", in: "Kit", uses: "Essentials"),
    room("SQLiteDatabase", in: "Kit", uses: "Database Essentials CSQLite", libraries: [grdb, grdbSQLite]),
    room("PostgresDatabase", in: "Kit", uses: "Database Essentials CPostgres"),
    room("Feed", in: "Kit", uses: "Database Essentials", libraries: [logging]),
    room("Ledger", in: "Kit", uses: "Feed Database Essentials"),
    room("Tables", in: "Kit", uses: "Essentials"),
    room("Barcodes", in: "Kit", uses: "CZBar"),
    room("Pictures", in: "Kit", uses: "Essentials CPictures"),
    room(
        "Web", in: "Kit", uses: "Essentials Secrets CZlib",
        libraries: [
            hummingbird, hummingbirdCore, hummingbirdTLS, hummingbirdHTTP2, httpTypes, nioHTTPTypes, nioHTTP1, nioCore, mustache,
            crypto, lifecycle, logging, metrics,
        ]),
]

// Highest first: each may import only those below it.
let business: [Room] = [
    room(
        "Orders", in: "Business",
        uses: "Inventory Customers Channels Catalog Settings Places Staff Ledger Feed Tables Database Secrets Essentials"),
    room("Inventory", in: "Business", uses: "Channels Catalog Settings Places Staff Ledger Feed Tables Database Essentials"),
    room("Content", in: "Business", uses: "Channels Catalog Staff Feed Database Essentials"),
    room("Customers", in: "Business", uses: "Channels Staff Feed Database Secrets Essentials"),
    room("Channels", in: "Business", uses: "Catalog Places Staff Feed Tables Database Essentials"),
    room("Catalog", in: "Business", uses: "Staff Feed Tables Database Essentials"),
    room("Settings", in: "Business", uses: "Places Staff Feed Database Essentials"),
    room("Places", in: "Business", uses: "Staff Feed Tables Database Essentials"),
    room("Imports", in: "Business", uses: "Staff Tables Database Essentials"),
    room("Staff", in: "Business", uses: "Feed Database Secrets Essentials"),
]

let everyBusiness = "Orders Inventory Content Customers Channels Catalog Settings Places Imports Staff"
let besideBusiness = ["Till": " Barcodes", "Desk": " Pictures Tables"]
let surfaces: [Room] = ["Storefront", "Till", "Desk"].map { name in
    room(
        name, in: "Surfaces",
        uses: everyBusiness + " Web Ledger Feed Database Secrets Essentials" + (besideBusiness[name] ?? ""),
        libraries: [hummingbird, mustache, logging, nioCore])
}

/// What measures a running shop from outside: it knows a server's address and files, and no room above Essentials.
let bench = room("Bench", in: "", uses: "Essentials", libraries: [grdbSQLite])

let command = room(
    "seam", in: "", uses: "Bench Storefront Till Desk " + everyBusiness + " " + kit.map(\.name).joined(separator: " "),
    libraries: [hummingbird, lifecycle, arguments, configuration, logging, metrics, nioCore, nioPosix])

let rooms = kit + business + surfaces + [bench]

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    // Rows, bindings and identifiers are generic and cross rooms on every statement: specialised, they need no metadata.
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

func target(_ room: Room) -> Target {
    .target(
        name: room.name,
        dependencies: room.uses.map { .byName(name: $0) } + room.libraries,
        path: room.folder.isEmpty ? "Sources/\(room.name)" : "Sources/\(room.folder)/\(room.name)",
        exclude: ["README.md"],
        swiftSettings: strict)
}

/// What tests of one room stand on: databases, the held clock, seeded chance, a shop made by verbs.
let testKit = Target.target(
    name: "TestKit",
    dependencies: (kit.filter { $0.name != "Web" } + business).map { .byName(name: $0.name) } + [logging, "CPostgres"],
    path: "Tests/TestKit",
    swiftSettings: strict)

/// What tests of the whole stand on: a running shop over real HTTP.
let testShop = Target.target(
    name: "TestShop",
    dependencies: [.byName(name: "TestKit"), httpClient, nioCore] + (rooms + [command]).map { .byName(name: $0.name) },
    path: "Tests/TestShop",
    swiftSettings: strict)

func tests(
    _ name: String, on support: [String] = ["TestKit"], uses: [String] = [], libraries: [Target.Dependency] = [], beside: [String] = []
) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: (support + uses).map { .byName(name: $0) } + libraries,
        path: "Tests/\(name)Tests",
        exclude: beside,
        swiftSettings: strict)
}

let package = Package(
    name: "seam",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "seam", targets: ["seam"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.5.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: rooms.map(target) + [
        .systemLibrary(
            name: "CSQLite", path: "Sources/Kit/CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        .systemLibrary(name: "CZlib", path: "Sources/Kit/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CZBar", path: "Sources/Kit/CZBar", pkgConfig: "zbar", providers: [.apt(["libzbar-dev"]), .brew(["zbar"])]),
        .systemLibrary(name: "CVips", path: "Sources/Kit/CVips", pkgConfig: "vips", providers: [.apt(["libvips-dev"]), .brew(["vips"])]),
        // libvips is called by functions with a list of arguments that Swift cannot call.
        .target(name: "CPictures", dependencies: ["CVips"], path: "Sources/Kit/CPictures", exclude: ["README.md"]),
        .systemLibrary(
            name: "CPostgres", path: "Sources/Kit/CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .executableTarget(
            name: command.name,
            dependencies: command.uses.map { .byName(name: $0) } + command.libraries,
            path: "Sources/seam",
            exclude: ["README.md"],
            swiftSettings: strict),
        testKit, testShop,
        tests("Architecture", on: ["Web"]),
        tests("Bench", on: ["Essentials", "Bench"]),
        tests("seam", on: ["TestKit", "TestShop"], uses: [command.name] + rooms.map(\.name)),
        tests("Browser", on: ["TestShop"], beside: ["Browser"]),
        tests("Crash", on: ["TestKit", "TestShop"]),
    ]
        + (kit + business).map {
            // The web is tested from outside, by a client.
            tests($0.name, uses: [$0.name] + $0.uses, libraries: $0.libraries + ($0.name == "Web" ? [httpClient, nioPosix, nioSSL] : []))
        }
        + surfaces.map {
            // Pages as they shall look lie beside their tests.
            tests(
                $0.name, on: ["TestKit", "TestShop"], uses: [$0.name] + $0.uses, libraries: [httpClient, lifecycle, logging],
                beside: $0.name == "Till" ? [] : ["Golden"])
        })
