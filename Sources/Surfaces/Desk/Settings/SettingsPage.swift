import Database
import Essentials
import Hummingbird
import Places
import Settings
import Web

/// What the owner decides for the whole shop.
struct SettingsPage: DeskPage {
    let frame: Frame
    var form: Form

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let settings = try ShopSettings.find(in: snapshot)
        frame = visit.frame(.settings)
        form = Form([
            "reduction_percent": String(settings.reductionPercent), "low_stock": String(settings.lowStock),
            "idle_minutes": String(settings.idleMinutes),
            "time_zone": settings.timeZone?.name ?? "",
        ])
    }

    static let answers: Answers = ["frame": \.frame, "f": \.form, "notices": \.form.notices]
}

extension Desk {
    func showSettings(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try SettingsPage(visit, in: $0) })
    }

    func acceptSettings(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        return try await answer {
            var settings = ShopSettings()
            settings.reductionPercent = try Int64(form.integer("reduction_percent", in: 0...100))
            settings.lowStock = try Int64(form.integer("low_stock", in: 0...Int(ShopSettings.mostLowStock)))
            settings.idleMinutes = try Int64(form.integer("idle_minutes", in: 0...Int(ShopSettings.mostIdleMinutes)))
            if let name = try form.textIfAny("time_zone", upTo: 80) {
                guard let zone = IANATimeZone(name) else { throw DeskRefusal.notAZone(name) }
                settings.timeZone = zone
            }
            let decided = settings
            try await database.write { try changeSettings(decided, by: visit.actor, in: $0, world: world) }
            return "/desk/settings?said=saved"
        } orShow: { notices in
            var page = try await database.read { try SettingsPage(visit, in: $0) }
            page.form = Form(typed: form, notices: notices)
            return page
        }
    }
}
