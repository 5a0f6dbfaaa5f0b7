import Channels
import Database
import Essentials
import Hummingbird
import Staff
import Web

extension Desk {
    func showNewChannel(_ visit: Visit) async throws -> Response {
        try visit.actor.require(.manager)
        return try templates.response(try await database.read { try NewChannelPage(visit, in: $0) })
    }

    func showChannel(_ visit: Visit) async throws -> Response {
        try templates.response(try await channelPage(visit))
    }

    func acceptNewChannel(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        return try await answer {
            let channel = try await database.write { transaction in
                try createChannel(
                    form.choice("kind"), ChannelForms.settings(form, in: transaction),
                    sellingFrom: ChannelForms.locations(form, in: transaction), stock: form.choice("stock"),
                    by: visit.actor, in: transaction, world: world)
            }
            return "/desk/channels/\(channel.id)?said=created"
        } orShow: { notices in
            try await database.read { try NewChannelPage(visit, form: Form(typed: form, notices: notices), in: $0) }
        }
    }

    func acceptChannel(_ visit: Visit) async throws -> Response {
        try await change(visit, \.settings) { form, id, transaction in
            try updateChannel(
                id, to: ChannelForms.settings(form, in: transaction), version: form.integer("version"), by: visit.actor,
                in: transaction, world: world)
        }
    }

    func acceptStockRule(_ visit: Visit) async throws -> Response {
        try await change(visit, \.rule) { form, id, transaction in
            try setStockRule(
                of: id, to: ChannelForms.rule(form), version: form.integer("version"), by: visit.actor, in: transaction, world: world)
        }
    }

    func acceptChannelLocations(_ visit: Visit) async throws -> Response {
        try await change(visit, \.locations) { form, id, transaction in
            try setChannelLocations(
                of: id, to: ChannelForms.locations(form, in: transaction), version: form.integer("version"), by: visit.actor,
                in: transaction, world: world)
        }
    }

    /// Whether it sells what all linked channels share, or what is set aside for it.
    func acceptChannelStock(_ visit: Visit) async throws -> Response {
        try await change(visit, \.rule) { form, id, transaction in
            switch try form.choice("stock", as: Channel.Stock.self) {
            case .linked: try linkChannel(id, by: visit.actor, in: transaction, world: world)
            case .apart: try unlinkChannel(id, by: visit.actor, in: transaction, world: world)
            }
        }
    }

    func acceptChannelArchival(_ visit: Visit) async throws -> Response {
        try await change(visit, said: "archived", \.settings) { _, id, transaction in
            try archiveChannel(id, by: visit.actor, in: transaction, world: world)
        }
    }

    func acceptChannelRevival(_ visit: Visit) async throws -> Response {
        try await change(visit, said: "revived", \.settings) { _, id, transaction in
            try reopenChannel(id, by: visit.actor, in: transaction, world: world)
        }
    }

    private func channelPage(_ visit: Visit) async throws -> ChannelPage {
        let id = try visit.id(of: Channel.self)
        return try await database.read { try ChannelPage(visit, id, in: $0) }
    }

    /// One of the channel's forms. When somebody else was first, the page shows their state around what was typed.
    private func change(
        _ visit: Visit, said: String = "saved", _ part: any WritableKeyPath<ChannelPage, Form> & Sendable,
        _ work: @escaping @Sendable (Fields, Channel.ID, Transaction) throws -> Channel
    ) async throws -> Response {
        let form = try await visit.form()
        let id = try visit.id(of: Channel.self)
        return try await answer {
            _ = try await database.write { try work(form, id, $0) }
            return "/desk/channels/\(id)?said=\(said)"
        } orShow: { notices in
            var page = try await channelPage(visit)
            page[keyPath: part] = Form(typed: form, notices: notices)
            page.isStale = form.typed("version") != String(page.channel.version) && form.has("version")
            return page
        }
    }
}
