import Essentials
import Foundation

/// A database that takes long to make, so that it is made once and kept.
struct PreparedDatabase {
    /// Where it is kept: the database itself and the description of what is in it.
    let folder: String

    var database: String { address ?? folder + "/seam.db" }
    /// On a server, when it lies there.
    private let address: String?
    var description: String { folder + "/shop.json" }

    /// How much stock it holds.
    enum Size: String {
        /// Each product in 20 stores.
        case real
        /// Every product in every store.
        case large
    }

    init(_ size: Size, _ settings: BenchSettings, say: (String) -> Void) throws {
        folder = "\(settings.folder)/\(size.rawValue)"
        address = nil
        let files = FileManager.default
        if settings.preparesAnew, files.fileExists(atPath: folder) { try files.removeItem(atPath: folder) }
        if files.fileExists(atPath: description) {
            // Made by an earlier Seam, perhaps: whatever opens it brings its tables up to date.
            try Self.addLocations(to: folder, settings)
            return
        }

        say("preparing the \(size.rawValue) database, once")
        let unfinished = folder + ".unfinished"
        if files.fileExists(atPath: unfinished) { try files.removeItem(atPath: unfinished) }
        try files.createDirectory(atPath: unfinished, withIntermediateDirectories: true)
        try Self.fill(unfinished, to: size, settings)
        try? files.removeItem(atPath: folder)
        try files.moveItem(atPath: unfinished, toPath: folder)
    }

    private init(folder: String, address: String? = nil) {
        self.folder = folder
        self.address = address
    }

    /// The same shop in an empty database of a server, to which a copy moves.
    func moved(to address: String, _ settings: BenchSettings) throws -> PreparedDatabase {
        let copy = try copy(to: settings.folder + "/moving")
        try SeamCommand(settings: settings).run(SeamCommand.moving(copy.database, to: address), as: "move", within: .minutes(60))
        return PreparedDatabase(folder: copy.folder, address: address)
    }

    var shop: PreparedShop {
        get throws { try PreparedShop(readingFrom: description) }
    }

    /// A copy to work on, written through to the disk, so that its writing does not run beside what is measured.
    func copy(to place: String) throws -> PreparedDatabase {
        let files = FileManager.default
        if files.fileExists(atPath: place) { try files.removeItem(atPath: place) }
        try files.copyItem(atPath: folder, toPath: place)
        for name in try files.contentsOfDirectory(atPath: place) {
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: "\(place)/\(name)"))
            try handle.synchronize()
            try handle.close()
        }
        return PreparedDatabase(folder: place)
    }

    /// Reads the database once from end to end, so that it lies in the memory that the system keeps for files, if it fits.
    func warm() throws {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: database))
        while let piece = try handle.read(upToCount: 8 << 20), !piece.isEmpty {}
        try handle.close()
    }

    private static func fill(_ folder: String, to size: Size, _ settings: BenchSettings) throws {
        try addLocations(to: folder, settings)
        let seam = SeamCommand(settings: settings)
        let database = folder + "/seam.db"
        try seam.run(SeamCommand.importing("products", from: settings.products, into: database), as: "products", within: .minutes(10))
        let stock = SeamCommand.prepare(
            database, stores: size == .real ? 20 : nil, units: size == .real ? 1_000 : 20, wishUnits: 6_000,
            description: folder + "/shop.json")
        try seam.run(stock, as: "stock", within: .minutes(60))
    }

    /// Where they are already, nothing changes.
    private static func addLocations(to folder: String, _ settings: BenchSettings) throws {
        let locations = SeamCommand.importing("locations", from: settings.stores, into: folder + "/seam.db")
        try SeamCommand(settings: settings).run(locations, as: "locations", within: .minutes(5))
    }
}
