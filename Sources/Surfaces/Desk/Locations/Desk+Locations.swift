import Channels
import Essentials
import Hummingbird
import Places
import Web

extension Desk {
    func showLocations(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try LocationsPage(visit, in: $0) })
    }

    func showNewLocation(_ visit: Visit) async throws -> Response {
        try visit.actor.require(.manager)
        return try templates.response(LocationPage(visit))
    }

    func showLocation(_ visit: Visit) async throws -> Response {
        let location = try await location(visit)
        return try templates.response(try await database.read { try LocationPage(visit, location, in: $0) })
    }

    func acceptNewLocation(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        return try await answer {
            let draft = try LocationForm.draft(form)
            let location = try await database.write { try createLocation(draft, by: visit.actor, in: $0, world: world) }
            return "/desk/locations/\(location.id)?said=created"
        } orShow: { notices in
            LocationPage(visit, form: Form(typed: form, notices: notices))
        }
    }

    /// Saves what was typed, unless somebody else was first: then both are shown, and what was typed stays.
    func acceptLocation(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let before = try await location(visit)
        var isStale = false
        return try await answer {
            let draft = try LocationForm.draft(form)
            let version = try form.integer("version")
            isStale = version != before.version
            let after = try await database.write {
                try updateLocation(before.id, to: draft, version: version, by: visit.actor, in: $0, world: world)
            }
            return "/desk/locations/\(before.id)?said=\(after.version == before.version ? "unchanged" : "saved")"
        } orShow: { notices in
            var page = try await database.read {
                try LocationPage(visit, before, form: Form(typed: form, notices: notices), in: $0)
            }
            if isStale { page.differences = Difference.between(form, and: LocationForm.values(before), in: LocationForm.names) }
            return page
        }
    }

    func acceptLocationArchival(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Location.self)
        try await database.write { _ = try archiveLocation(id, by: visit.actor, in: $0, world: world) }
        return .seeOther("/desk/locations/\(id)?said=archived")
    }

    /// Brings a location back, and lets the ticked ones of the channels that sold from it do so again.
    func acceptLocationRevival(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Location.self)
        let channels = Set(try await visit.form().ids("channel", of: Channel.self))
        try await database.write { transaction in
            _ = try reopenLocation(id, by: visit.actor, in: transaction, world: world)
            try returnToChannels(id, channels, by: visit.actor, in: transaction, world: world)
        }
        return .seeOther("/desk/locations/\(id)?said=\(channels.isEmpty ? "reopened" : "returned")")
    }

    private func location(_ visit: Visit) async throws -> Location {
        let id = try visit.id(of: Location.self)
        guard let location = try await database.read({ try Location.find(id, in: $0) }) else { throw PlacesRefusal.unknownLocation }
        return location
    }
}
