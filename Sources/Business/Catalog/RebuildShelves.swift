import Database
import Essentials
import Staff

/// Puts every product anew onto the shelves and into the rules' collections where it belongs, with the words by which it is
/// found, and counts the shelves again: the way back when `ShelfDifference` finds something.
///
/// It goes through the products in pieces; call it in a transaction for each until it returns `nil`.
/// - Parameter last: what the piece before returned; 0 at the beginning.
/// - Returns: where the next piece begins.
/// - Throws: `StaffRefusal.forbidden` below manager.
public func rebuildShelves(after last: Int64, by actor: Actor, in transaction: Transaction) throws -> Int64? {
    try actor.require(.manager)
    let piece = try transaction.rows("SELECT seq, id FROM product WHERE seq > \(last) ORDER BY seq LIMIT 200 FOR UPDATE") {
        (seq: try $0.next(Int64.self), id: try $0.next(Product.ID.self))
    }
    if let end = piece.last?.seq {
        try Shelving.refresh(piece.map(\.id), in: transaction)
        try ProductSearch.refresh(piece.map(\.id), in: transaction)
        return end
    }
    try transaction.run(
        """
        UPDATE shelf SET products = (SELECT count(*) FROM listing WHERE listing.shelf = shelf.id)
        WHERE products <> (SELECT count(*) FROM listing WHERE listing.shelf = shelf.id)
        """)
    return nil
}
