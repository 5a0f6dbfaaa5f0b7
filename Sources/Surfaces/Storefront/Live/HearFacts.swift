import Catalog
import Content
import Feed
import Inventory

extension Storefront {
    /// What the shop keeps in memory follows the feed. It is called between a commit and its writer's answer, so
    /// nobody who comes back after a change sees the shop without it.
    func hear(_ facts: [RecordedFact]) {
        if keeper.hear(facts) { pages.invalidateAll() }
        var changed: [UInt128] = []
        for fact in facts {
            switch fact.topic {
            case StockMoved.topic:
                let moves = MovedStock.all(in: fact)
                changed += moves.map(\.variant.bits)
                changed += shelves.hear(moves).map(PageSubject.presence)
            case ProductCreated.topic, ProductUpdated.topic, ProductArchived.topic, PriceChanged.topic:
                // A price is told about a variant; the page of its product shows it under the variant's id too.
                changed += [fact.subject, PageSubject.catalogue]
            case StoryChanged.topic: changed += [fact.subject, PageSubject.stories]
            case FrontArranged.topic: changed.append(PageSubject.front)
            default: break
            }
        }
        if changed.contains(PageSubject.catalogue) { keeper.hearOfCatalogue() }
        if !changed.isEmpty { pages.invalidate(changed) }
    }
}
