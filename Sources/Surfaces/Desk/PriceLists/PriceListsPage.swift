import Catalog
import Channels
import Database
import Essentials
import Hummingbird
import Staff
import Web

/// The price lists, and the form of another one.
struct PriceListsPage: DeskPage {
    let frame: Frame
    let rows: [PriceListRow]
    var form = Form()

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let sold = Dictionary(grouping: try Channel.all(in: snapshot), by: \.priceList)
        frame = visit.frame(.prices)
        rows = try PriceList.all(in: snapshot).map { PriceListRow(list: $0, channels: (sold[$0.id] ?? []).map(ChannelName.init)) }
    }

    static let answers: Answers = [
        "frame": \.frame, "rows": \.rows, "isEmpty": \.rows.isEmpty, "f": \.form, "notices": \.form.notices,
    ]
}

struct PriceListRow: Shown {
    let list: PriceList
    let channels: [ChannelName]

    static let answers: Answers = [
        "id": \.list.id.description, "name": \.list.name, "handle": \.list.handle, "currency": \.list.currency.code,
        "channels": \.channels,
    ]
}

extension Desk {
    func showPriceLists(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try PriceListsPage(visit, in: $0) })
    }

    func acceptNewPriceList(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        return try await answer {
            let name = try form.text("name", upTo: 200)
            let handle = try form.textIfAny("handle", upTo: 100)
            let code = try form.text("currency", upTo: 3)
            guard let currency = Currency(code) else { throw DeskRefusal.notACurrency(code) }
            try await database.write {
                _ = try createPriceList(name: name, handle: handle, currency: currency, by: visit.actor, in: $0, world: world)
            }
            return "/desk/price-lists?said=created"
        } orShow: { notices in
            var page = try await database.read { try PriceListsPage(visit, in: $0) }
            page.form = Form(typed: form, notices: notices)
            return page
        }
    }
}
