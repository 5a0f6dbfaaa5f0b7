import Database
import Essentials
import Staff

/// Keeps a picture in the sizes that were made of it. The same picture once more changes nothing.
/// - Parameters:
///   - id: made of the picture's own bytes, so that one that is handed in twice is kept once.
///   - prints: WebP by size.
/// - Returns: the largest: its address is what a product names.
/// - Throws: `CatalogRefusal.mediaAddress` when there is no print; `StaffRefusal.forbidden` below manager.
public func keepPicture(
    _ id: StoredPicture.ID, _ prints: [Int: [UInt8]], by actor: Actor, in transaction: Transaction, world: World
) throws -> PicturePrint {
    try actor.require(.manager)
    guard let largest = prints.keys.max() else { throw CatalogRefusal.mediaAddress("") }
    for (size, bytes) in prints.sorted(by: { $0.key < $1.key }) {
        try transaction.run(
            "INSERT INTO picture_print (picture, size, bytes) VALUES (\(id), \(size), \(bytes)) ON CONFLICT (picture, size) DO NOTHING")
    }
    return PicturePrint(id, size: largest)
}
