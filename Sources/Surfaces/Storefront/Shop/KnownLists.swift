import Catalog
import Synchronization

/// What many pages show alike of the catalogue: the choices that narrow a list, which all of its pages have, and the first
/// products of a collection, which stand beside each of its products. Read once and kept until the catalogue changes.
final class KnownLists: Sendable {
    private struct State {
        /// Counts the facts that outdated what was kept; what was read before the latest one is not kept.
        var generation = 0
        var facets: [Question: ListFacets] = [:]
        var tiles: [Question: [KnownTile]] = [:]
    }

    private struct Question: Hashable {
        let query: ProductQuery
        /// Of the answer.
        let language: String
    }

    /// Lists that are kept of each kind; whoever tries every combination makes it forget all of them.
    private static let most = 500

    private let state = Mutex(State())

    /// To be taken before the snapshot begins that is read from.
    func mark() -> Mark { Mark(lists: self, generation: state.withLock(\.generation)) }

    /// The catalogue is another now.
    func outdate() {
        state.withLock { $0 = State(generation: $0.generation + 1) }
    }

    /// What may be kept of a snapshot that began at this moment.
    struct Mark: Sendable {
        fileprivate let lists: KnownLists
        fileprivate let generation: Int

        /// The choices that narrow a list, whatever it is sorted by.
        func facets(
            for query: ProductQuery, in language: String, read: (ProductQuery) throws -> ListFacets
        ) rethrows -> ListFacets {
            var unsorted = query
            unsorted.sort = .newest
            return try lists.kept(\.facets, Question(query: unsorted, language: language), in: generation) { try read(query) }
        }

        /// The first products of a list; `read` always takes the same number of them.
        func tiles(
            of query: ProductQuery, in language: String, read: (ProductQuery) throws -> [KnownTile]
        ) rethrows -> [KnownTile] {
            try lists.kept(\.tiles, Question(query: query, language: language), in: generation) { try read(query) }
        }
    }

    private func kept<Value: Sendable>(
        _ kind: any WritableKeyPath<State, [Question: Value]> & Sendable, _ question: Question, in generation: Int,
        read: () throws -> Value
    ) rethrows -> Value {
        if let known = state.withLock({ $0.generation == generation ? $0[keyPath: kind][question] : nil }) { return known }
        let fresh = try read()
        state.withLock { state in
            guard state.generation == generation else { return }
            if state[keyPath: kind].count >= Self.most { state[keyPath: kind] = [:] }
            state[keyPath: kind][question] = fresh
        }
        return fresh
    }
}

/// A product as lists show it while it can be had, and what must be asked whether it can.
struct KnownTile: Sendable {
    let product: Product.ID
    let variants: [Variant]
    let tile: ProductTile
}

/// By what a list can be narrowed.
struct ListFacets: Sendable {
    let vendors: [ProductFacet]
    let types: [ProductFacet]
    let attributes: [AttributeFacet]
    /// What their types, attributes and values are called in the language of the list.
    let words: Words
}
