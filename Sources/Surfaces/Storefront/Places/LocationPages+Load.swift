import Database
import Essentials
import Foundation
import Places
import Web

extension LocationsPage {
    private static let size = 24

    static func load(
        _ query: String, after: Location.ID?, frame: Frame, in shop: WebShop, snapshot: Snapshot, at now: Instant
    ) throws -> LocationsPage {
        let found = try Location.page(search: query, after: after, limit: size + 1, in: snapshot)
        let shown = found.prefix(size)
        return LocationsPage(
            frame: frame, query: query,
            locations: shown.filter { $0.kind == .store }.map { LocationLine($0, in: shop, at: now) },
            next: found.count > size
                ? Fields.link("/locations", ["q": query.isEmpty ? nil : query, "after": shown.last?.id.description]) : nil,
            map: query.isEmpty && after == nil ? MapDrawing(shop.stores) : nil)
    }
}

extension LocationLine {
    init(_ location: Location, in shop: WebShop, at now: Instant) {
        path = "/locations/" + location.code
        name = location.name
        address = (location.address.lines + [location.address.cityLine]).filter { !$0.isEmpty }.joined(separator: ", ")
        opening = OpeningSign(location, in: shop, at: now)
    }
}

extension OpeningSign {
    init(_ location: Location, in shop: WebShop, at now: Instant) {
        isOpen = location.isOpen(at: now)
        let next = location.nextChange(after: now).flatMap { $0 - now < .days(7) ? $0 : nil }
        change = next.map { location.said($0, from: now, in: shop.language) }
    }
}

extension LocationPage {
    init(_ location: Location, frame: Frame, in shop: WebShop, at now: Instant) {
        let language = shop.language
        self.frame = frame
        name = location.name
        shelf = Fields.link("/search", ["at": location.code])
        let country = Locale(identifier: language).localizedString(forRegionCode: location.address.country) ?? location.address.country
        address = (location.address.lines + [location.address.cityLine, country]).filter { !$0.isEmpty }
        opening = OpeningSign(location, in: shop, at: now)
        let today = location.day(at: now)
        hours =
            location.hours.isEmpty
            ? []
            : (0..<7).map { offset in
                let day = today + offset
                return HoursLine(
                    day: day.said(in: language) { $0.weekday(.wide) }, isToday: offset == 0,
                    spans: location.hours.spans(on: day).map { $0.said(in: language) })
            }
        services = location.services
        coordinates = location.coordinates.map { "\($0.latitude), \($0.longitude)" }
        let here = Store(location)
        map = location.coordinates.flatMap { point in
            let nearest = shop.stores.filter { $0.id != location.id && $0.point != nil }
                .sorted { ($0.point?.distance(to: point) ?? .infinity) < ($1.point?.distance(to: point) ?? .infinity) }
            return MapDrawing([here] + nearest.prefix(5), here: here)
        }
        structured = StructuredData(location, in: shop)
        route = location.coordinates.map {
            "https://www.openstreetmap.org/?mlat=\($0.latitude)&mlon=\($0.longitude)#map=16/\($0.latitude)/\($0.longitude)"
        }
    }
}

extension Location {
    /// A moment of the coming week by the clocks there; with the weekday when it is another day.
    fileprivate func said(_ instant: Instant, from now: Instant, in language: String) -> String {
        var style = Date.FormatStyle(locale: Locale(identifier: language)).hour().minute()
        if day(at: instant) != day(at: now) { style = style.weekday(.wide) }
        style.timeZone = TimeZone(identifier: timeZone.name) ?? .gmt
        return instant.date.formatted(style)
    }
}

extension OpeningHours.Span {
    fileprivate func said(in language: String) -> String {
        var style = Date.FormatStyle(locale: Locale(identifier: language)).hour().minute()
        style.timeZone = .gmt
        let ends = [opens, closes].map { Instant(microseconds: Int64($0) * 60_000_000).date.formatted(style) }
        return ends.joined(separator: " – ")
    }
}
