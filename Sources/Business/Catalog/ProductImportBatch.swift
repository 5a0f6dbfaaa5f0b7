import Database
import Essentials
import Staff

/// Some products of a file, written in one transaction.
struct ProductImportBatch: Sendable {
    struct Outcome: Sendable {
        var created = 0
        var updated = 0
        var unchanged = 0
        var refused: [RowRefusal] = []
        /// Every product that the batch was about.
        var touched: [Product.ID] = []
        /// How long the transaction's rows were locked.
        var time = Duration.zero
    }

    let products: [ImportedProduct]
    let columns: ProductColumns
    let list: PriceList
    let actor: Actor
    let world: World
    /// What earlier batches of the same file were about.
    let touched: Set<Product.ID>

    func write(in transaction: Transaction) throws -> Outcome {
        let start = world.now
        // Nobody else adds products meanwhile: what is there is looked up behind the same door.
        var taken = try TakenSKUs.find(for: products.map(\.draft), in: transaction)
        let existing = try existing(in: transaction)
        var outcome = Outcome()
        var handles: Set<String> = []
        var new: [NewProduct] = []
        var changed: [Product.ID] = []
        for product in products {
            do {
                let handle = product.handle.asHandle
                let detail = existing[handle]
                let key = detail?.product.handle ?? handle
                guard handles.insert(key).inserted, detail.map({ !touched.contains($0.product.id) }) ?? true else {
                    throw RowRefusal(line: product.line, .handle, "“\(key)” is in the file twice; the rows of a product stand together.")
                }
                let draft = try checked(product, over: detail, taken: taken)
                if let detail {
                    let change = try ProductChange(draft, over: detail, by: actor.origin, in: transaction, world: world)
                    if let gap = product.gap, change.archivesVariants {
                        throw RowRefusal(
                            line: product.line, column: nil, reason: "Line \(gap), which may be one of its variants, cannot be read.")
                    }
                    outcome.touched.append(detail.product.id)
                    if try change.write(lists: [list.id: list], in: transaction) {
                        changed.append(detail.product.id)
                        outcome.updated += 1
                    } else {
                        outcome.unchanged += 1
                    }
                    taken.take(draft, for: detail.product.id, handle: key, isNew: false)
                } else {
                    let product = NewProduct(draft, handle: handle, world: world)
                    new.append(product)
                    outcome.touched.append(product.id)
                    outcome.created += 1
                    taken.take(draft, for: product.id, handle: handle, isNew: true)
                }
            } catch let refusal as RowRefusal {
                outcome.refused.append(refusal.falling(with: product.lines))
            } catch let fault as DatabaseFault {
                throw fault
            } catch let refusal as any Refusal {
                outcome.refused.append(RowRefusal(refusal, of: product).falling(with: product.lines))
            }
        }
        try NewProduct.insert(new, by: actor.origin, in: transaction, world: world)
        try Shelving.refresh(changed, in: transaction)
        outcome.time = world.now - start
        return outcome
    }

    private func checked(_ product: ImportedProduct, over detail: ProductDetail?, taken: TakenSKUs) throws -> ProductDraft {
        var product = product
        if let detail {
            if columns.arePartial { product.keep(from: detail, without: columns, on: list.id) }
            // A file that still has an earlier handle does not bring it back.
            product.draft.handle = detail.product.handle
        }
        let draft = try product.draft.validated()
        try taken.verify(draft, own: detail?.product.id)
        return draft
    }

    /// The products that have these handles, or had them before, by the handle of the file.
    private func existing(in transaction: Transaction) throws -> [String: ProductDetail] {
        let handles = Array(Set(products.map(\.handle.asHandle)))
        var ids = Dictionary(
            uniqueKeysWithValues: try transaction.rows(
                "SELECT handle, id FROM product WHERE handle IN \(list: handles) ORDER BY id FOR UPDATE"
            ) { (try $0.next(String.self), try $0.next(Product.ID.self)) })
        let missing = handles.filter { ids[$0] == nil }
        let earlier: [String: Product.ID] = try HandleRedirect.targets(of: missing, in: transaction)
        ids.merge(earlier) { own, _ in own }
        let details = try ProductDetail.find(Array(Set(ids.values)), on: list.id, in: transaction)
        return ids.compactMapValues { details[$0] }
    }
}
