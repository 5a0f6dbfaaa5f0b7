import Channels
import Database
import Essentials
import Foundation
import Places
import Settings
import Staff

/// How the back office tells times: on the one clock by which its reports count days, in the words of whoever reads.
struct ShopClock: Sendable {
    let zone: IANATimeZone
    /// BCP 47.
    let language: String

    /// `Mar 2, 2026 at 11:00 AM`
    func text(_ instant: Instant) -> String {
        let style = Date.FormatStyle(
            date: .abbreviated, time: .shortened, locale: Locale(identifier: language), timeZone: TimeZone(identifier: zone.name) ?? .gmt)
        return instant.date.formatted(style)
    }
}

extension ShopClock {
    /// The clock of the zone that the owner chose, else of the shop's leading location: one statement, and two more where no
    /// zone was chosen.
    init(for session: StaffSession, in snapshot: some Reading) throws {
        let chosen = try ShopSettings.find(in: snapshot).timeZone
        let leading = { try ChannelOutline.all(in: snapshot).leadingLocation.flatMap { try Location.find($0, in: snapshot) } }
        self.init(zone: try chosen ?? leading()?.timeZone ?? .utc, language: session.language)
    }
}
