import Database
import Essentials
import Secrets

/// Opens the demo shop anew in the place of the one that a database holds. The new one is filled beside the old one and takes its
/// place when it is whole, so whatever goes wrong leaves the old shop as it was.
/// - Throws: `DemoRefusal.notTheDemo` for a database that holds anything but the demo shop; `DatabaseFault.locked` or
///   `MoveRefusal.inUse` while a program has it open.
func resetDemoShop(
    at address: ShopAddress, with assortment: DemoAssortment, hasher: PasswordHasher, world: World
) async throws -> DemoShop? {
    if let file = address.file { return try await resetDemoShop(inFile: file, with: assortment, hasher: hasher, world: world) }
    return try await resetDemoShop(onServer: address, with: assortment, hasher: hasher, world: world)
}

enum DemoRefusal: Refusal, Equatable {
    case notTheDemo(String)
    case noDemoToLiveIn

    var code: String { "demo.not_the_demo" }
    var kind: RefusalKind { .conflict }
    var sentence: Sentence {
        switch self {
        case .notTheDemo(let path): "\(path) does not hold the demo shop: it is left as it is. “seam demo” fills an empty database."
        case .noDemoToLiveIn: "This database does not hold the demo shop; “seam demo” fills an empty one."
        }
    }
}
