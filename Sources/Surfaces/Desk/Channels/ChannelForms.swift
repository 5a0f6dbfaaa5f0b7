import Catalog
import Channels
import Database
import Essentials
import Foundation
import Places
import Web

/// The three forms of a channel: what it is, how much of the stock it shows, where it sells from.
enum ChannelForms {
    static func settings(_ channel: Channel) -> [String: String] {
        [
            "handle": channel.handle, "name": channel.name, "purpose": channel.purpose, "currency": channel.currency.code,
            "language": channel.language, "list": channel.priceList.description, "version": String(channel.version),
        ]
    }

    static func rule(_ rule: StockRule) -> [String: String] {
        [
            "share": rule.sharePercent.map { String($0) } ?? "", "buffer": rule.buffer.map { String($0) } ?? "",
            "cap": rule.cap.map { String($0) } ?? "", "stop_at": rule.stopAt.map { String($0) } ?? "",
        ]
    }

    /// A channel sells in the currency of its price list.
    static func settings(_ form: Fields, in snapshot: some Reading) throws -> ChannelSettings {
        let list = try PriceList.find(form.id("list"), in: snapshot)
        return ChannelSettings(
            handle: try form.text("handle", upTo: 60), name: try form.text("name", upTo: 120),
            purpose: try form.linesIfAny("purpose", upTo: 1_000) ?? "", currency: list.currency,
            language: try form.text("language", upTo: 35), priceList: list.id)
    }

    static func rule(_ form: Fields) throws -> StockRule {
        let units = 0...1_000_000_000
        return StockRule(
            sharePercent: try form.integerIfAny("share", in: 0...100), buffer: try form.integerIfAny("buffer", in: units).map(Int64.init),
            cap: try form.integerIfAny("cap", in: units).map(Int64.init), stopAt: try form.integerIfAny("stop_at", in: units).map(Int64.init))
    }

    /// The locations whose numbers are typed, in their order; or every one that is in use.
    /// - Throws: `DeskRefusal.noSuchLocation` for the first number that none has.
    static func locations(_ form: Fields, in snapshot: some Reading) throws -> [Location.ID] {
        if form.has("everywhere") { return try Location.all(in: snapshot).map(\.id) }
        let codes = try (form.linesIfAny("locations", upTo: 100_000) ?? "")
            .split(whereSeparator: { $0 == "\n" || $0 == "," }).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        let known = try Location.find(codes: codes, in: snapshot)
        return try codes.map { code in
            guard let location = known[code] else { throw DeskRefusal.noSuchLocation(code, field: "locations") }
            return location.id
        }
    }
}
