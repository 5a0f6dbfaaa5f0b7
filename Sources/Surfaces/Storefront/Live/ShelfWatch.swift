import Catalog
import Inventory
import Synchronization

/// Notices when a product in a list may have sold out or come back, so that lists are drawn anew then and not at every
/// sale.
///
/// For each variant that a kept list shows it holds the least that must still be there: what there was when the list
/// was drawn, less everything that has left since. Whatever a channel's rule is, a unit that leaves takes at most
/// one away from what the channel may sell; so as long as that floor is above zero the variant has not sold out.
final class ShelfWatch: Sendable {
    /// A moment before a list is read.
    struct Mark {
        fileprivate let left: Int64
        fileprivate let arrived: Int64
    }

    private enum Sign {
        case soldOut
        case atLeast(Int64)
    }

    private struct State {
        var signs: [Variant.ID: Sign] = [:]
        /// Units of any variant that have left and arrived since the program began.
        var left: Int64 = 0
        var arrived: Int64 = 0
    }

    private let state = Mutex(State())

    func mark() -> Mark {
        state.withLock { Mark(left: $0.left, arrived: $0.arrived) }
    }

    /// Those of some variants that kept lists show as being there, and rightly so: a list that begins to show them needs no count.
    func present(among variants: some Sequence<Variant.ID>) -> Set<Variant.ID> {
        state.withLock { state in
            Set(
                variants.filter { variant in
                    if case .atLeast(let floor) = state.signs[variant] { floor > 0 } else { false }
                })
        }
    }

    /// Watches what a list shows that was read after `mark`.
    /// - Returns: the variants of which the list may be wrong already.
    func watch(_ stock: [Variant.ID: Availability], since mark: Mark) -> [Variant.ID] {
        state.withLock { state in
            stock.values.compactMap { availability in
                let floor = availability.quantity - (state.left - mark.left)
                if availability.isSoldOut {
                    state.signs[availability.variant] = .soldOut
                    return state.arrived == mark.arrived ? nil : availability.variant
                }
                state.signs[availability.variant] = .atLeast(floor)
                return floor > 0 ? nil : availability.variant
            }
        }
    }

    /// - Returns: the variants that may have sold out or come back by this.
    func hear(_ moves: [MovedStock]) -> [Variant.ID] {
        state.withLock { state in
            moves.compactMap { move in
                state.left += move.leaving
                state.arrived += move.arriving
                switch state.signs[move.variant] {
                case nil: return nil
                case .soldOut:
                    guard move.arriving > 0 else { return nil }
                case .atLeast(let floor):
                    if floor > move.leaving {
                        if move.leaving > 0 { state.signs[move.variant] = .atLeast(floor - move.leaving) }
                        return nil
                    }
                }
                state.signs[move.variant] = nil
                return move.variant
            }
        }
    }
}
