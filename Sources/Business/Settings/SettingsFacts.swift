import Essentials
import Feed

/// The owner has decided anew for the whole shop.
public struct SettingsChanged: Fact {
    public static let topic = "settings.changed"
    public let reductionPercent: Int64
    public let lowStock: Int64
    public var subject: UInt128 { 0 }
}
