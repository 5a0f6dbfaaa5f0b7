import Essentials
import Foundation
import Hummingbird
import Orders
import Places
import Settings
import Staff
import Web

/// The counter: the page that the till's module works on.
struct TillPage: Page {
    let shop: String
    let till: String
    let person: String
    let language: String
    /// JSON, for the module.
    let settings: String
    /// What the module says, in the language of the page.
    let texts: ScriptTexts
    /// What it says on receipts, in the language of the channel.
    let receiptTexts: ScriptTexts

    static let answers: Answers = [
        "shop": \.shop, "till": \.till, "person": \.person, "language": \.language, "settings": \.settings,
        "texts": \.texts, "receiptTexts": \.receiptTexts,
    ]
}

/// What the module has to know of where it runs.
private struct TillSettings: Encodable {
    struct Shop: Encodable {
        /// What the retailer is called on the web; nothing for one that has no shop there.
        let retailer: String?
        let name: String
        let lines: [String]
    }
    struct Person: Encodable {
        let id: String
        let name: String
    }

    let device: String
    let till: String
    let shop: Shop
    let staff: Person
    /// Names who is signed in since when, so that the page knows whether its own touches are meant.
    let session: String
    /// After so many without a touch it asks for the PIN; 0 for never.
    let idleMinutes: Int64
    /// Who may let a large reduction pass with their PIN.
    let managers: [Person]
    /// Whether the person at the till may do so without asking.
    let isManager: Bool
    /// How many per cent others may take off.
    let reductionPercent: Int64
    let reasons: [String]
    let currency: String
    let digits: Int
    /// Of receipts; everything else is said in the language of the page.
    let receiptLanguage: String
    let timeZone: String
}

extension Till {
    func showTill(_ request: Request, _ context: SeamContext) async throws -> Response {
        try await atCounter(request, context) { counter in
            let (location, channel, session) = (counter.location, counter.channel, counter.session)
            let (managers, shopSettings) = try await database.read { snapshot in
                (try StaffMember.managers(atTillOf: location.id.bits, in: snapshot), try ShopSettings.find(in: snapshot))
            }
            let settings = TillSettings(
                device: counter.device.id.description, till: counter.device.name,
                shop: .init(retailer: counter.retailer, name: location.name, lines: location.receiptLines),
                staff: .init(id: session.staff.description, name: session.name), session: session.id.description,
                idleMinutes: shopSettings.idleMinutes,
                managers: managers.map { .init(id: $0.id.description, name: $0.name) },
                isManager: counter.actor.may(.manager, at: location.id.bits), reductionPercent: shopSettings.reductionPercent,
                reasons: ReductionReason.allCases.map(\.rawValue), currency: channel.currency.code,
                digits: channel.currency.digits, receiptLanguage: channel.language, timeZone: location.timeZone.name)
            let json = String(decoding: try JSONEncoder().encode(settings), as: UTF8.self)
            return try templates.response(
                TillPage(
                    shop: location.name, till: counter.device.name, person: session.name, language: session.language, settings: json,
                    texts: scripts.script(in: session.language), receiptTexts: scripts.script(in: channel.language)))
        }
    }
}

extension Location {
    /// The address as a receipt shows it.
    var receiptLines: [String] {
        (address.lines + [address.cityLine]).filter { !$0.isEmpty }
    }
}
