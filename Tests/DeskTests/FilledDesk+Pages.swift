import Catalog
import Channels
import Database
import Essentials
import Feed
import Inventory
import Orders
import Places
import Staff
import TestKit
import Web

@testable import Desk

extension FilledDesk {
    /// Every page there is, full and empty, for an owner and for an associate, accepted and refused.
    func pages() async throws -> [any Page] {
        let notices = FieldNotices(RefusedField(DeskRefusal.nothingThere, field: "title"))
        let general = FieldNotices(DeskRefusal.nothingThere)
        var pages: [any Page] = [
            SignInPage(form: Form(notices: general), hasSignedOut: true), SetUpPage(form: Form(notices: general)),
            NewPersonPage(frame: visit().frame(.staff), form: Form(notices: general)),
        ]
        for status in [401, 403, 404, 409, 422, 429, 500, 503] {
            pages.append(
                ProblemPage(Problem(status: .init(code: status), code: "test", message: "No.", requestID: "r"), in: "en"))
        }
        let said = [
            "saved", "unchanged", "created", "archived", "revived", "restored", "received", "counted", "moved", "aside", "back",
            "cancelled",
            "granted", "revoked", "paired", "retired", "erased",
        ]
        pages += try await shop.database.read { snapshot in
            try said.map { try HomePage(visit(["said": $0]), in: snapshot) } as [any Page]
                + catalogPages(notices, general, in: snapshot) + stockPages(general, in: snapshot) + orderPages(in: snapshot)
                + peoplePages(general, in: snapshot) + placePages(general, in: snapshot) + workPages(notices, general, in: snapshot)
        }
        return pages
    }

    private func catalogPages(_ notices: FieldNotices, _ general: FieldNotices, in snapshot: Snapshot) throws -> [any Page] {
        let detail = try ProductDetail.find(shirt.id, on: nil, in: snapshot)
        var stale = try ProductPage(
            visit(), detail,
            typed: Fields([("title", "Other"), ("option1", "Size"), ("variants.0.row", "1"), ("variants.0.sku", "X"), ("media.0.url", "")]),
            notices: notices, in: snapshot)
        stale.differences = [
            Difference(field: Chosen("title"), yours: "a", theirs: "b"),
            Difference(field: Chosen("sku"), of: "SH-S", yours: "a", theirs: "b"),
        ]
        var history = try HistoryPage(visit(), shirt.id, in: snapshot)
        history.refusal = "No."
        var hand = try CollectionPage(visit(), byHand.id, typed: Fields([("conditions.0.field", "price")]), notices: general, in: snapshot)
        hand.differences = [Difference(field: Chosen("title"), yours: "a", theirs: "b")]
        hand.hand = Form(notices: general)
        return [
            try ProductsPage(visit(), in: snapshot), try ProductsPage(visit(["search": "nothing like it", "after": "0.a"]), in: snapshot),
            try ProductPage(visit(), detail, in: snapshot), stale, try ProductPage(visit(), nil, notices: general, in: snapshot), history,
            try ProductPage(visit(as: associate), ProductDetail.find(shirt.id, on: nil, in: snapshot), in: snapshot),
            try HistoryPage(visit(["before": "2"]), shirt.id, in: snapshot),
            try TranslationsPage(visit(), shirt.id, language: "fi", notices: general, in: snapshot),
            try TranslationsPage(visit(), detail.product.id, language: nil, in: snapshot), try CollectionsPage(visit(), in: snapshot),
            try CollectionsPage(visit(["search": "none"]), in: snapshot), hand, try CollectionPage(visit(), byRule.id, in: snapshot),
            try CollectionPage(visit(), nil, in: snapshot), try PriceListsPage(visit(), in: snapshot),
        ]
    }

    private func stockPages(_ general: FieldNotices, in snapshot: Snapshot) throws -> [any Page] {
        let here = ["id": lamp.description, "location": shop.harbour.id.description]
        var shelf = try ShelfPage(visit([:], here), in: snapshot)
        shelf.count = Form(notices: general)
        shelf.move = Form(notices: FieldNotices(InventoryRefusal.quantity))
        let ledger: KeyValuePairs = ["location": shop.harbour.id.description, "state": "available"]
        return [
            try StockPage(visit(), in: snapshot), try StockPage(visit(["search": "none"]), in: snapshot),
            try StockPage(visit(["location": "nowhere"]), in: snapshot), try StockPage(visit(["location": "S2"]), in: snapshot),
            try VariantStockPage(visit(), lamp, in: snapshot), try VariantStockPage(visit(), shirts[0].id, in: snapshot), shelf,
            try ShelfPage(visit(["pool": apart.id.description], here), in: snapshot),
            try ShelfPage(visit([:], ["id": lamp.description, "location": shop.mainStreet.id.description]), in: snapshot),
            try ShelfPage(visit([:], as: associate, ["id": lamp.description, "location": shop.mainStreet.id.description]), in: snapshot),
            try CountsPage(visit(), in: snapshot), try CountsPage(visit(["location": shop.harbour.id.description]), in: snapshot),
            try WhyPage(visit(), lamp, in: snapshot), try WhyPage(visit(["channel": apart.id.description]), lamp, in: snapshot),
            try WhyPage(visit(), shirts[0].id, in: snapshot), try LedgerPage(visit(ledger), lamp, in: snapshot),
            try LedgerPage(
                visit(["location": shop.harbour.id.description, "pool": apart.id.description]), lamp, in: snapshot),
            try LedgerPage(
                visit(["location": shop.warehouse.id.description, "state": "committed"]), lamp, in: snapshot),
            try LedgerPage(visit(ledger), shirts[0].id, in: snapshot),
        ]
    }

    private func orderPages(in snapshot: Snapshot) throws -> [any Page] {
        var refused = try OrderPage(visit(), sale, in: snapshot)
        refused.refusal = "No."
        let orders = try OrderList.page(in: snapshot).orders
        return try [
            try OrdersPage(visit(), in: snapshot), try OrdersPage(visit(["state": "placed", "location": "nowhere"]), in: snapshot), refused,
        ]
            + orders.map { try OrderPage(visit(), $0, in: snapshot) }
    }

    private func peoplePages(_ general: FieldNotices, in snapshot: Snapshot) throws -> [any Page] {
        var person = try PersonPage(visit(), associate.staff, in: snapshot)
        person.role = Form(notices: general)
        let itself = try PersonPage(visit(), session.staff, in: snapshot)
        return [
            person, itself, try PeoplePage(visit(), in: snapshot), try PeoplePage(visit(["archived": "1"]), in: snapshot),
            try PeoplePage(visit(["search": "none"]), in: snapshot),
            try ActivityPage(visit(), in: snapshot), try ActivityPage(visit(["actor": "nobody"]), in: snapshot),
            try FollowersPage(visit(), in: snapshot),
        ]
    }

    private func placePages(_ general: FieldNotices, in snapshot: Snapshot) throws -> [any Page] {
        var stale = try LocationPage(visit(), shop.harbour, form: Form(notices: general), in: snapshot)
        stale.differences = [Difference(field: Chosen("name"), yours: "a", theirs: "b")]
        var channel = try ChannelPage(visit(), shop.web.id, in: snapshot)
        channel.rule = Form(notices: general)
        channel.isStale = true
        return [
            try LocationsPage(visit(), in: snapshot), try LocationsPage(visit(["search": "none", "archived": "1"]), in: snapshot),
            LocationPage(visit()), try LocationPage(visit(), shop.harbour, in: snapshot), stale, try ChannelsPage(visit(), in: snapshot),
            try LocationPage(visit(as: associate), shop.warehouse, in: snapshot),
            try ChannelsPage(visit(["archived": "1"]), in: snapshot), channel, try ChannelPage(visit(), apart.id, in: snapshot),
            try NewChannelPage(visit(), form: Form(notices: general), in: snapshot),
        ]
    }
}
