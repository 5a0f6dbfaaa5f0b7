import Database
import Essentials
import Feed
import Imports
import Inventory
import Orders
import Web

/// What needs somebody now: how many of each kind there are, and the way to them.
struct Needs: Shown {
    /// How many there are, told exactly up to a bound.
    struct Count: Shown {
        let number: Int
        let most: Int

        static let answers: Answers = [
            "number": { min($0.number, $0.most) }, "more": { $0.number > $0.most ? "+" : "" }, "isNone": { $0.number == 0 },
        ]
    }

    private static let most = 99

    let toDo: Count
    let endangered: Count
    let counts: Count
    let low: Count
    let out: Count
    let imports: Count
    let failures: Count

    init(_ visit: Visit, in snapshot: some Reading) throws {
        var inDanger = OrderList.Filter()
        inDanger.isEndangered = true
        let limit = Self.most + 1
        func count(_ number: Int) -> Count { Count(number: number, most: Self.most) }
        toDo = Count(number: try OrderList.toDo(upTo: 1_000, in: snapshot), most: 999)
        endangered = count(try OrderList.page(inDanger, limit: limit, in: snapshot).orders.count)
        counts = count(try CountDue.all(limit: limit, in: snapshot).count)
        let scarce = try LowStock.page(limit: limit, in: snapshot)
        out = count(scarce.count { $0.free <= 0 })
        low = count(scarce.count { $0.free > 0 })
        imports = count(visit.actor.may(.manager) ? try ImportRun.toSee(limit: limit, in: snapshot).count : 0)
        failures = count(try FollowerState.all(in: snapshot).count { $0.failures > 0 })
    }

    /// Nothing is wrong; orders to do and shelves that empty are a shop's daily life.
    private var isCalm: Bool { [toDo, endangered, counts, low, out, imports, failures].allSatisfy { $0.number == 0 } }

    static let answers: Answers = [
        "toDo": \.toDo, "endangered": \.endangered, "counts": \.counts, "low": \.low, "out": \.out, "imports": \.imports,
        "failures": \.failures, "isCalm": \.isCalm,
    ]
}
