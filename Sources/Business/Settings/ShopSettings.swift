import Database
import Essentials
import Places

/// What a retailer decides for the whole shop.
public struct ShopSettings: Sendable, Equatable {
    /// How many per cent of the list prices an associate takes off a sale without asking, 0 to 100.
    public var reductionPercent: Int64 = 10
    /// So many free units of a variant, over all locations, or fewer are low. 0 to 1,000.
    public var lowStock: Int64 = 5
    /// After so many minutes without a touch a till asks for the PIN again, 0 to 240; 0 for never.
    public var idleMinutes: Int64 = 10
    /// Where the days of reports begin and end, and whose clock the back office shows; `nil` for the zone of the first location.
    public var timeZone: IANATimeZone?

    /// As a shop begins.
    public init() {}

    /// As they are now.
    public static func find(in reading: some Reading) throws -> ShopSettings {
        var settings = ShopSettings()
        try reading.each("SELECT name, value FROM shop_setting") { row in
            let (name, value) = try (row.next(String.self), row.next(String.self))
            switch name {
            case "reduction_percent": settings.reductionPercent = Int64(value) ?? settings.reductionPercent
            case "low_stock": settings.lowStock = Int64(value) ?? settings.lowStock
            case "idle_minutes": settings.idleMinutes = Int64(value) ?? settings.idleMinutes
            case "time_zone": settings.timeZone = IANATimeZone(value)
            default: break
            }
        }
        return settings
    }

    var stored: [(name: String, value: String)] {
        [
            ("reduction_percent", String(reductionPercent)), ("low_stock", String(lowStock)), ("idle_minutes", String(idleMinutes)),
            ("time_zone", timeZone?.name ?? ""),
        ]
    }
}
