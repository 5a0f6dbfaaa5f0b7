import Customers
import Database
import Essentials
import Staff
import TestKit
import Testing

struct MergeTests {
    @Test("both ids find the one who stays, and everything of both is theirs", arguments: TestDatabase.all)
    func merged(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let guest = try await clientele.guest("Ada L.", email: "ada@example.com", phone: "+442079460018")
            let account = try await clientele.registers("Ada Lovelace", "ada@lovelace.example")
            let customer = account.session.customer
            for _ in 1...2 { #expect(try await clientele.merge(guest.id, into: customer.id) == customer) }
            #expect(try await clientele.find(guest.id) == customer)
            #expect(try await clientele.contacts(customer.id).map(\.key) == ["ada@example.com", "ada@lovelace.example", "+442079460018"])
            #expect(
                try await clientele.database.read { try Customer.identities(of: guest.id, in: $0) } == [guest.id, customer.id].sorted())
            #expect(try await clientele.search("0018") == ["Ada Lovelace"])
            #expect(try await clientele.facts().filter { $0 == "customer.merged" }.count == 1)
        }
    }

    @Test("an account that was absorbed goes on signing in, as the one who stays", arguments: TestDatabase.all)
    func signIn(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let old = try await clientele.registers("Ada", "ada@old.example")
            let guest = try await clientele.guest("Ada")
            try await clientele.merge(old.session.customer.id, into: guest.id)
            #expect(try await clientele.session(old.token)?.customer.id == guest.id)
            let again = try await clientele.signsIn("ada@old.example")
            #expect(again.session.customer.id == guest.id)
            #expect(again.session.customer.kind == .registered)
            let actor = old.session.actor
            try await clientele.write { try addContactPoint(.phone("+12025550143"), to: guest.id, by: actor, in: $0, world: $1) }
        }
    }

    @Test("two who are merged into each other at once become one", arguments: TestDatabase.all)
    func crossed(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let (a, b) = (try await clientele.guest("A").id, try await clientele.guest("B").id)
            let outcomes = await concurrently(2) { try await clientele.merge($0 == 0 ? a : b, into: $0 == 0 ? b : a) }
            #expect(outcomes.failures.isEmpty)
            #expect(Set(outcomes.successes.map(\.id)).count == 1)
            #expect(try await clientele.find(a) == clientele.find(b))
        }
    }

    @Test("after any mergers every id ends at its root, and no pointer goes in a circle", arguments: TestDatabase.all)
    func random(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            for seed in UInt64(1)...5 {
                var dice = Randomness.seeded(seed)
                var ids: [Customer.ID] = []
                for index in 0..<24 { ids.append(try await clientele.guest("Guest \(index)").id) }
                var model = Dictionary(uniqueKeysWithValues: ids.map { ($0, $0) })
                for _ in 0..<40 {
                    let (absorbed, survivor) = (ids.randomElement(using: &dice) ?? ids[0], ids.randomElement(using: &dice) ?? ids[0])
                    let (from, to) = (model[absorbed], model[survivor])
                    try await clientele.merge(absorbed, into: survivor)
                    for id in ids where model[id] == from { model[id] = to }
                    try await expect(clientele, model, seed)
                }
            }
        }
    }

    @Test("mergers that come all at once leave no circle either", arguments: TestDatabase.all)
    func storm(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let ids = try await (0..<10).asyncMap { try await clientele.guest("Guest \($0)").id }
            let outcomes = await concurrently(60) { number in
                try await clientele.merge(ids[number % 10], into: ids[(number * 7 + 3) % 10])
            }
            #expect(outcomes.failures.isEmpty)
            let roots = try await clientele.database.read { try Customer.find(ids, in: $0) }
            for root in Set(roots.values.map(\.id)) { #expect(roots[root]?.id == root) }
            try await expectPointersEnd(clientele, ids)
        }
    }

    private func expect(_ clientele: Clientele, _ model: [Customer.ID: Customer.ID], _ seed: UInt64) async throws {
        let found = try await clientele.database.read { try Customer.find(Array(model.keys), in: $0) }
        #expect(found.mapValues(\.id) == model, "seed \(seed)")
        try await expectPointersEnd(clientele, Array(model.keys))
    }

    /// Follows the pointers as they were made, one by one.
    private func expectPointersEnd(_ clientele: Clientele, _ ids: [Customer.ID]) async throws {
        let rows = try await clientele.database.read { snapshot in
            try snapshot.rows("SELECT id, root, merged_into FROM customer WHERE id IN \(list: ids)") {
                try ($0.next(Customer.ID.self), $0.next(Customer.ID.self), $0.next(Customer.ID?.self))
            }
        }
        let pointers = Dictionary(uniqueKeysWithValues: rows.map { ($0.0, $0.2) })
        for (id, root, _) in rows {
            var (end, steps) = (id, 0)
            while let next = pointers[end] ?? nil, steps <= rows.count { (end, steps) = (next, steps + 1) }
            #expect(end == root)
        }
    }

    @Test("only who manages something merges", arguments: TestDatabase.all)
    func roles(on engine: TestDatabase) async throws {
        try await withClientele(on: engine) { clientele in
            let (a, b) = (try await clientele.guest("A").id, try await clientele.guest("B").id)
            for actor in [Actor(.customer(a.bits)), Actor(.guest, grants: [Grant(role: .associate, location: nil)])] {
                await #expect(throws: StaffRefusal.forbidden(.manager)) {
                    try await clientele.write { try mergeCustomers(a, into: b, by: actor, in: $0, world: $1) }
                }
            }
            let ghost = clientele.world.id(Customer.self)
            await #expect(throws: CustomerRefusal.unknown) { try await clientele.merge(a, into: ghost) }
        }
    }
}

extension Sequence {
    func asyncMap<T>(_ make: (Element) async throws -> T) async rethrows -> [T] {
        var made: [T] = []
        for element in self { made.append(try await make(element)) }
        return made
    }
}
