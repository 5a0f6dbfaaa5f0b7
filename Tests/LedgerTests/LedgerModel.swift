import Essentials
import Ledger

/// The ledger as arithmetic on dictionaries: what the real one must agree with after every step.
struct LedgerModel {
    struct ModelHold {
        let source: AccountKey
        let target: AccountKey
        let quantity: Int64
        var remaining: Int64
        var captured: Int64 = 0
        let expiresAt: Instant
    }

    var balances: [AccountKey: Int64] = [:]
    var floors: [AccountKey: Int64] = [:]
    var holds: [Hold.ID: ModelHold] = [:]

    func held(_ key: AccountKey) -> Int64 {
        holds.values.reduce(0) { $0 + ($1.source == key ? $1.remaining : 0) }
    }

    func free(_ key: AccountKey) -> Int64 { (balances[key] ?? 0) - held(key) }

    private func floor(_ key: AccountKey) -> Int64? {
        key.state == .outside ? nil : floors[key] ?? 0
    }

    private func allows(_ transfers: [Transfer], changes: [AccountKey: Int64]) -> Bool {
        transfers.allSatisfy { transfer in
            let change = changes[transfer.source] ?? 0
            guard change < 0 else { return true }
            let bounds = [floor(transfer.source), transfer.leaving].compactMap(\.self)
            return bounds.allSatisfy { free(transfer.source) + change >= $0 }
        }
    }

    private func net(_ transfers: [Transfer]) -> [AccountKey: Int64] {
        transfers.reduce(into: [:]) {
            $0[$1.source, default: 0] -= $1.quantity
            $0[$1.target, default: 0] += $1.quantity
        }
    }

    mutating func post(_ transfers: [Transfer]) -> Bool {
        guard allows(transfers, changes: net(transfers)) else { return false }
        for (key, change) in net(transfers) { balances[key, default: 0] += change }
        return true
    }

    func mayHold(_ transfers: [Transfer]) -> Bool {
        allows(transfers, changes: transfers.reduce(into: [:]) { $0[$1.source, default: 0] -= $1.quantity })
    }

    mutating func hold(_ transfers: [Transfer], as ids: [Hold.ID], until expiry: Instant) {
        for (transfer, id) in zip(transfers, ids) {
            holds[id] = ModelHold(
                source: transfer.source, target: transfer.target, quantity: transfer.quantity,
                remaining: transfer.quantity, expiresAt: expiry)
        }
    }

    mutating func capture(_ captures: [Capture]) -> Bool {
        var unheld: [Transfer] = []
        for capture in captures {
            guard let hold = holds[capture.hold] else { return false }
            let quantity = capture.quantity ?? hold.quantity - hold.captured
            guard quantity > 0, quantity <= hold.quantity - hold.captured else { return false }
            let missing = quantity - min(quantity, hold.remaining)
            if missing > 0 { unheld.append(Transfer(missing, from: hold.source, to: hold.target)) }
        }
        guard mayHold(unheld) else { return false }
        for capture in captures {
            guard var hold = holds[capture.hold] else { return false }
            let quantity = capture.quantity ?? hold.quantity - hold.captured
            hold.remaining -= min(quantity, hold.remaining)
            hold.captured += quantity
            holds[capture.hold] = hold
            balances[hold.source, default: 0] -= quantity
            balances[hold.target, default: 0] += quantity
        }
        return true
    }

    mutating func release(_ ids: [Hold.ID]) {
        for id in ids { holds[id]?.remaining = 0 }
    }

    mutating func expire(at now: Instant) {
        for (id, hold) in holds where hold.expiresAt <= now { holds[id]?.remaining = 0 }
    }
}
