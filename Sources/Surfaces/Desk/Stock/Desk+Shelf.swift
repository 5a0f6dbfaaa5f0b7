import Catalog
import Channels
import Database
import Essentials
import Hummingbird
import Inventory
import Places
import Web

extension Desk {
    func showShelf(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try ShelfPage(visit, in: $0) })
    }

    func acceptReceipt(_ visit: Visit) async throws -> Response {
        try await change(visit, said: "received", \.receipt) { form, shelf, transaction in
            try receiveStock(
                [StockLine(shelf.variant, units(form))], at: shelf.location, pool: shelf.pool,
                note: form.textIfAny("note", upTo: 500) ?? "", by: visit.actor, in: transaction, world: world)
        }
    }

    /// What was counted takes the place of what was seen; when the number has changed meanwhile, nothing does.
    func acceptCount(_ visit: Visit) async throws -> Response {
        try await change(visit, said: "counted", \.count) { form, shelf, transaction in
            try adjustStock(
                shelf.variant, at: shelf.location, pool: shelf.pool, from: Int64(form.integer("seen")),
                to: Int64(form.integer("quantity", in: 0...1_000_000_000)), because: form.choice("reason"),
                note: form.textIfAny("note", upTo: 500) ?? "", by: visit.actor, in: transaction, world: world)
        }
    }

    func acceptMove(_ visit: Visit) async throws -> Response {
        try await change(visit, said: "moved", \.move) { form, shelf, transaction in
            let line = StockLine(shelf.variant, try units(form))
            let code = try form.text("location", upTo: 40)
            guard let target = try Self.place(code, in: transaction) else { return }
            let owner = form.has("into") ? try form.idIfAny("into", of: Channel.self)?.bits ?? 0 : nil
            try moveStock(
                [line], from: shelf.location, to: target, pool: shelf.pool, into: owner, note: form.textIfAny("note", upTo: 500) ?? "",
                by: visit.actor, in: transaction, world: world)
        }
    }

    /// Sets units aside, or puts them back.
    func acceptAside(_ visit: Visit) async throws -> Response {
        try await change(visit, said: "aside", \.aside) { form, shelf, transaction in
            guard let source = try StateName.state(form.text("from", upTo: 20)) else { throw FormRefusal.notAChoice(field: "from") }
            guard let target = try StateName.state(form.text("to", upTo: 20)) else { throw FormRefusal.notAChoice(field: "to") }
            try setAside(
                StockLine(shelf.variant, units(form)), from: source, as: target, at: shelf.location, pool: shelf.pool,
                note: form.textIfAny("note", upTo: 500) ?? "", by: visit.actor, in: transaction, world: world)
        }
    }

    /// Which units a form is about.
    private struct Shelf: Sendable {
        let variant: Variant.ID
        let location: Location.ID
        let channel: Channel.ID?
        var pool: UInt128 { channel?.bits ?? 0 }
    }

    private func units(_ form: Fields) throws -> Int64 {
        Int64(try form.integer("quantity", in: 1...1_000_000_000))
    }

    private func change(
        _ visit: Visit, said: String, _ part: any WritableKeyPath<ShelfPage, Form> & Sendable,
        _ work: @escaping @Sendable (Fields, Shelf, Transaction) throws -> Void
    ) async throws -> Response {
        let form = try await visit.form()
        let shelf = Shelf(
            variant: try visit.id(), location: try visit.id("location"), channel: try form.idIfAny("pool", of: Channel.self))
        return try await answer {
            try await database.write { try work(form, shelf, $0) }
            return Fields.link(
                "/desk/stock/\(shelf.variant)/at/\(shelf.location)", ["pool": shelf.channel?.description, "said": said])
        } orShow: { notices in
            var page = try await database.read { try ShelfPage(visit, pool: shelf.channel, in: $0) }
            page[keyPath: part] = Form(typed: form, notices: notices)
            return page
        }
    }
}
