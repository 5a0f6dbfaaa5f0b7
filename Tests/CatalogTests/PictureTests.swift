import Essentials
import Staff
import TestKit
import Testing

@testable import Catalog

@Suite("A picture that was handed in")
struct PictureTests {
    @Test("is kept once, by an address that promises its sizes", arguments: TestDatabase.all)
    func keeping(on engine: TestDatabase) async throws {
        try await withShop(on: engine) { shop async throws in
            let (owner, world) = (shop.owner, shop.world)
            let id = StoredPicture.ID(bits: 7)
            for _ in 1...2 {
                let print = try await shop.write {
                    try keepPicture(id, [400: [1, 2], 800: [3, 4, 5]], by: owner, in: $0, world: world)
                }
                #expect(print.address == "/pictures/\(id)-800.webp")
            }
            let bytes = try await shop.database.read { snapshot in
                try [400, 800, 1_600].map { try PicturePrint(id, size: $0).bytes(in: snapshot) }
            }
            #expect(bytes == [[1, 2], [3, 4, 5], nil])
            let associate = Actor(.guest, grants: [Grant(role: .associate, location: nil)])
            await #expect(throws: StaffRefusal.forbidden(.manager)) {
                _ = try await shop.write { try keepPicture(id, [400: [1]], by: associate, in: $0, world: world) }
            }
        }
    }

    @Test("has a name that is read back, and nothing else is")
    func names() {
        let print = PicturePrint(StoredPicture.ID(bits: 9), size: 400)
        #expect(PicturePrint(file: print.file) == print)
        for other in ["", "a.webp", "pic_1-400.webp", "\(print.picture)-400.png", "\(print.picture).webp", "\(print.picture)-x.webp"] {
            #expect(PicturePrint(file: other) == nil)
        }
    }
}
