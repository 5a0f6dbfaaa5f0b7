import ArgumentParser
import Database
import Essentials
import Secrets
import Staff

/// The way back in for an owner: whoever may run this command beside the database may do everything with it already.
struct Password: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Give somebody who works in the shop a new password, such as an owner who lost theirs. It ends their sessions.")
    @Argument(help: "The e-mail address that they sign in with at the back office.") var email: String
    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let password = Self.coin(world: .live)
        let member = try await explaining {
            try await withShop(options) {
                try await giveNewPassword(password, to: email, in: $0, hasher: PasswordHasher(cost: .standard), world: .live)
            }
        }
        print("\(member.name) signs in at the back office with\n\n    \(password)\n\nand chooses another password there.")
    }

    /// Five groups of four letters and digits that are hard to take for one another: nearly 100 bits.
    static func coin(world: World) -> String {
        let letters = Array("23456789abcdefghjkmnpqrstuvwxyz")
        let coined = world.bytes(20).map { letters[Int($0) % letters.count] }
        return stride(from: 0, to: coined.count, by: 4).map { String(coined[$0..<$0 + 4]) }.joined(separator: "-")
    }
}

/// Sets a password without knowing the former one.
/// - Throws: `Explained` when nobody signs in with that address.
func giveNewPassword(
    _ password: String, to email: String, in database: any Database, hasher: PasswordHasher, world: World
) async throws -> StaffMember {
    let hash = try await hasher.hash(password: password, world: world)
    return try await database.write { transaction in
        let actor = Actor.system("password")
        let found = try StaffMember.page(search: email, limit: 100, by: actor, in: transaction)
        guard let member = found.first(where: { $0.email.folded == email.folded }) else {
            throw Explained(description: "Nobody who works here signs in with “\(email)”.")
        }
        try setPassword(of: member.id, to: hash, by: actor, in: transaction, world: world)
        return member
    }
}
