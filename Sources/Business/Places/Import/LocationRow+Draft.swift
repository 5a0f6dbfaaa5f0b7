extension LocationRow {
    /// A location that is not there yet.
    /// - Throws: `PlacesRefusal.timeZoneUnclear` when neither the row nor the place tells the zone.
    func draft() throws -> LocationDraft {
        try LocationDraft(
            code: code, name: name, kind: kind ?? kind(of: format ?? ""), format: format ?? "", address: address, coordinates: coordinates,
            timeZone: timeZone ?? .derived(for: address, at: coordinates), hours: hours ?? .none, services: services ?? [])
    }

    /// What the row makes of a location that is there.
    ///
    /// Its days of exception stay, since files only tell the week; and so does its time zone while it stays where it is,
    /// since somebody may have set it right by hand.
    func draft(over location: Location) throws -> LocationDraft {
        var draft = LocationDraft(location)
        draft.name = name
        if let format {
            draft.format = format
            draft.kind = kind(of: format)
        }
        if let kind { draft.kind = kind }
        draft.address = address
        if !knowsSecondLine { draft.address.lines = Array((address.lines.prefix(1) + location.address.lines.dropFirst())) }
        draft.coordinates = coordinates
        if let hours { draft.hours = try hours.exceptions.isEmpty ? hours.with(exceptions: location.hours.exceptions) : hours }
        if let services { draft.services = services }
        let isMoved =
            coordinates != location.coordinates || address.region != location.address.region
            || address.country != location.address.country
        if let timeZone {
            draft.timeZone = timeZone
        } else if isMoved {
            draft.timeZone = try .derived(for: address, at: coordinates)
        }
        return draft
    }

    /// Files name the retailer's own formats of shop; whatever does not speak of keeping goods sells them.
    private func kind(of format: String) -> Location.Kind {
        let words = format.lowercased()
        let keeping = ["warehouse", "distribution", "fulfillment", "fulfilment", "depot"]
        return keeping.contains { words.contains($0) } ? .warehouse : .store
    }
}
