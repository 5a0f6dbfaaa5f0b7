import ArgumentParser
import Essentials
import Secrets

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fill an empty database with a small shop to try things in, start it again, or let it live.")
    @OptionGroup var options: DatabaseOptions
    @OptionGroup var place: ResourceOptions

    func run() async throws {
        try await explaining {
            let assortment = try DemoAssortment(from: DemoFolder(in: place.find()))
            try await withShop(options) { database in
                let hasher = PasswordHasher(cost: .standard)
                guard let demo = try await fillDemoShop(with: assortment, in: database, hasher: hasher, world: .live) else {
                    throw ValidationError("The database holds a shop already; nothing was changed.")
                }
                print(demo.welcome)
            }
        }
    }
}
