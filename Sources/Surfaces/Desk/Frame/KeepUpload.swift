import Catalog
import Database
import Essentials
import Pictures
import Secrets
import Web

extension Desk {
    /// Makes a picture that was handed in in the sizes that pages show, and keeps it.
    /// - Returns: the address by which pages show it.
    func keep(_ file: UploadedFile, _ visit: Visit) async throws -> String {
        let printed = try await press.print(file.inMemory)
        let prints = Dictionary(printed.prints.map { ($0.size, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        let picture = StoredPicture.ID(of: file.inMemory)
        return try await database.write { try keepPicture(picture, prints, by: visit.actor, in: $0, world: world) }.address
    }
}

extension Identifier<StoredPicture> {
    /// The same bytes are the same picture.
    init(of bytes: [UInt8]) {
        self.init(bits: Digest.of(bytes).prefix(16).reduce(UInt128(0)) { $0 << 8 | UInt128($1) })
    }
}
