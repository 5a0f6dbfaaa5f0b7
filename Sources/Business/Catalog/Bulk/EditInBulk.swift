import Database
import Essentials
import Feed
import Foundation
import Staff

/// What became of some products of a change.
public struct BulkOutcome: Sendable, Equatable {
    public var changed = 0
    public var unchanged = 0
    /// Changed by somebody else since they were looked at, or refused.
    public var skipped: [Product.ID] = []

    public init() {}
}

/// Begins a change of many products; `editInBulk` then does it piece by piece. Beginning it twice is beginning it once.
/// - Parameter id: made when it was looked at, so that whoever sends it again goes on with the same change.
/// - Throws: `CatalogRefusal.unknownEdit` when the id is another change's; `StaffRefusal.forbidden` below manager.
public func beginBulkEdit(
    _ change: BulkChange, as id: BulkEdit.ID? = nil, by actor: Actor, in transaction: Transaction, world: World
) throws -> BulkEdit.ID {
    try actor.require(.manager)
    let id = id ?? world.id()
    let text = String(decoding: try JSONEncoder().encode(change), as: UTF8.self)
    let begun = try transaction.rowsChanged(
        by: """
            INSERT INTO bulk_edit (id, at, actor, change) VALUES (\(id), \(world.now), \(actor.origin.actor), \(text))
            ON CONFLICT (id) DO NOTHING
            """)
    guard begun == 1 else {
        guard try BulkEdit.find(id, in: transaction).change == change else { throw CatalogRefusal.unknownEdit }
        return id
    }
    try Audit.record("products.edited", about: id, by: actor, in: transaction, world: world)
    return id
}

/// Changes some products, and remembers what they were. One that cannot be changed, or whose version or prices are not those
/// that were seen, is skipped, remembered as such, and holds up no other; one that this edit has met already stays as it is.
/// - Parameter targets: at most `BulkEdit.piece`.
/// - Throws: `CatalogRefusal.unknownEdit`; `.tooMany`; `StaffRefusal.forbidden` below manager.
public func editInBulk(
    _ id: BulkEdit.ID, _ targets: [BulkTarget], by actor: Actor, in transaction: Transaction, world: World
) throws -> BulkOutcome {
    try actor.require(.manager)
    guard targets.count <= BulkEdit.piece else { throw CatalogRefusal.tooMany("products", limit: BulkEdit.piece) }
    let change = try BulkEdit.find(id, in: transaction).change
    let ids = targets.map(\.product)
    try Product.lock(ids, in: transaction)
    var met = Set(
        try transaction.values(
            "SELECT product FROM bulk_edit_product WHERE edit = \(id) AND product IN \(list: ids)", as: Product.ID.self))
    let before = try ProductDetail.find(ids, on: change.list, in: transaction)
    let lists = try PriceList.find(change.list.map { [$0] } ?? [], in: transaction)
    var outcome = BulkOutcome()
    var changed: [(detail: ProductDetail, draft: ProductDraft)] = []
    var skipped: [BulkTarget] = []
    for target in targets where met.insert(target.product).inserted {
        guard let detail = before[target.product], target.sees(detail) else {
            skipped.append(target)
            continue
        }
        do {
            let draft = try change.applied(to: detail)
            let step = try ProductChange(draft, over: detail, by: actor.origin, in: transaction, world: world)
            if try step.write(lists: lists, in: transaction) {
                changed.append((detail, draft))
            } else {
                outcome.unchanged += 1
            }
        } catch let fault as DatabaseFault {
            throw fault
        } catch is any Refusal {
            skipped.append(target)
        }
    }
    try Shelving.refresh(changed.map(\.detail.product.id), in: transaction)
    try remember(changed, of: id, list: change.list, in: transaction)
    try remember(skipped: skipped, of: id, in: transaction)
    outcome.changed = changed.count
    outcome.skipped = skipped.map(\.product)
    return outcome
}

/// Those that were left as they were are named afterwards.
private func remember(skipped: [BulkTarget], of edit: BulkEdit.ID, in transaction: Transaction) throws {
    try transaction.insert(
        "INSERT INTO bulk_edit_product (edit, product, before, after, state) VALUES",
        skipped.map { "(\(edit), \($0.product), \($0.seen), \($0.seen), \(BulkEdit.State.skipped.rawValue))" })
}

private func remember(
    _ changed: [(detail: ProductDetail, draft: ProductDraft)], of edit: BulkEdit.ID, list: PriceList.ID?, in transaction: Transaction
) throws {
    guard !changed.isEmpty else { return }
    let now = try Product.find(changed.map(\.detail.product.id), in: transaction).mapValues(\.version)
    try transaction.insert(
        "INSERT INTO bulk_edit_product (edit, product, before, after, state) VALUES",
        changed.map { detail, _ in
            let product = detail.product
            return "(\(edit), \(product.id), \(product.version), \(now[product.id] ?? product.version), \(BulkEdit.State.done.rawValue))"
        })
    guard let list else { return }
    let rows: [SQL] = changed.flatMap { detail, draft in
        zip(detail.variants, draft.variants).compactMap { variant, after -> SQL? in
            guard let next = after.prices[list] else { return nil }
            let price = detail.prices[variant.id]
            return """
                (\(edit), \(detail.product.id), \(variant.id), \(list), \(price?.amount.minorUnits), \(price?.compareAt?.minorUnits), \
                \(next.amount.minorUnits), \(next.compareAt?.minorUnits))
                """
        }
    }
    try transaction.insert(
        "INSERT INTO bulk_edit_price (edit, product, variant, list, before, compare_before, after, compare_after) VALUES", rows)
}
