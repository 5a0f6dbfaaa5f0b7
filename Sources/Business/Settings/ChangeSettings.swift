import Database
import Essentials
import Feed
import Staff

/// Decides anew for the whole shop. What is as it was changes nothing.
/// - Throws: `SettingsRefusal` for a figure out of its range; `StaffRefusal.forbidden` for anybody but owners.
public func changeSettings(_ settings: ShopSettings, by actor: Actor, in transaction: Transaction, world: World) throws {
    try actor.require(.owner)
    guard (0...100).contains(settings.reductionPercent) else { throw SettingsRefusal.reductionPercent }
    guard (0...ShopSettings.mostLowStock).contains(settings.lowStock) else { throw SettingsRefusal.lowStock }
    guard (0...ShopSettings.mostIdleMinutes).contains(settings.idleMinutes) else { throw SettingsRefusal.idleMinutes }
    try transaction.enter("settings")
    let before = try ShopSettings.find(in: transaction)
    guard settings != before else { return }
    for (name, value) in settings.stored {
        try transaction.run(
            """
            INSERT INTO shop_setting (name, value) VALUES (\(name), \(value)) ON CONFLICT (name) DO UPDATE SET value = EXCLUDED.value
            """)
    }
    try SettingsChanged(reductionPercent: settings.reductionPercent, lowStock: settings.lowStock)
        .record(by: actor.origin, in: transaction, world: world)
    try Audit.record(
        "settings.changed", about: Identifier<ShopSettings>(bits: 0),
        [
            "reduction_percent": .figure(settings.reductionPercent), "low_stock": .figure(settings.lowStock),
            "idle_minutes": .figure(settings.idleMinutes),
        ], by: actor, in: transaction, world: world)
}

extension ShopSettings {
    /// Beyond this a shop looks through its whole stock instead.
    public static let mostLowStock: Int64 = 1_000
    /// Whoever wants more wants no lock.
    public static let mostIdleMinutes: Int64 = 240
}

/// There is one of them, which the audit trail names.
extension ShopSettings: Identified {
    public static let prefix = "set"
}
