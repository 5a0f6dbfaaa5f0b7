import ArgumentParser
import Essentials
import Secrets

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Fill an empty database with a small shop to try things in.")
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        try await explaining {
            try await withShop(options) { database in
                let hasher = PasswordHasher(cost: .standard)
                guard let demo = try await fillDemoShop(in: database, hasher: hasher, world: .live) else {
                    throw ValidationError("The database holds a shop already; nothing was changed.")
                }
                print(demo.welcome)
            }
        }
    }
}
