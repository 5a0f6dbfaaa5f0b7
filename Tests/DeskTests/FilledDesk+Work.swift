import Catalog
import Database
import Essentials
import Feed
import Imports
import Inventory
import Orders
import Places
import Staff
import Tables
import TestKit
import Web

@testable import Desk

extension FilledDesk {
    /// What there is to be done in bulk, by file, on the map: done once, so that its pages have something to show.
    struct Work: Sendable {
        let edit: BulkEdit.ID
        let undone: BulkEdit.ID
        let runs: [ImportRun.ID]

        init(_ shop: Shop, _ shirt: Product.ID, _ shirts: [Variant.ID]) async throws {
            let (owner, world, list) = (shop.owner, shop.world, shop.prices)
            (edit, undone) = try await shop.write { transaction in
                func change(_ change: BulkChange) throws -> BulkEdit.ID {
                    let id = try beginBulkEdit(change, by: owner, in: transaction, world: world)
                    let seen = try Product.find(shirt, in: transaction).version
                    _ = try editInBulk(id, [BulkTarget(shirt, seen: seen)], by: owner, in: transaction, world: world)
                    return id
                }
                var ids: [BulkEdit.ID] = []
                for done in Self.changes(on: list) { ids.append(try change(done)) }
                _ = try undoBulkEdit(ids[0], by: owner, in: transaction, world: world)
                _ = try undoBulkEdit(ids[ids.count - 1], by: owner, in: transaction, world: world)
                return (ids[1], ids[0])
            }
            runs = try await shop.write { transaction in
                func run(_ kind: ImportRun.Kind) throws -> ImportRun.ID {
                    try beginImport(kind, file: "goods.csv", size: 9, by: owner, in: transaction, world: world)
                }
                var report = ImportReport(keeping: 1)
                report.refuse(line: 2, column: "SKU", reason: "No.")
                report.refuse(line: 3, reason: "No.")
                let ids = [try run(.products), try run(.locations), try run(.stock), try run(.stock)]
                try endImport(ids[1], report, in: transaction, world: world)
                try endImport(ids[2], ImportReport(), fault: "No.", in: transaction, world: world)
                try endImport(ids[3], ImportReport(), in: transaction, world: world)
                try saveView("Drafts", of: "products", query: "status=draft", by: owner, in: transaction, world: world)
                let pairing = try beginPairing(in: transaction, world: world)
                _ = try pairDevice(code: pairing.code, name: "Till 1", at: shop.harbour.id.bits, by: owner, in: transaction, world: world)
                for number in 0..<3 {
                    let draft = LocationDraft(
                        code: "M\(number)", name: "Market \(number)", kind: number == 2 ? .warehouse : .store,
                        address: Address(country: "FI"),
                        coordinates: Point(latitude: number == 2 ? 61 : 60.17, longitude: 24.9), timeZone: .utc)
                    _ = try createLocation(draft, by: owner, in: transaction, world: world)
                }
                return ids
            }
            try await Follower.lowStock.catchUp(in: shop.database, world: world)
            try await Follower.salesByQuarter.catchUp(in: shop.database, world: world)
        }

        static func changes(on list: PriceList.ID) -> [BulkChange] {
            [
                .vendor("Aalto"), .status(.draft), .status(.active), .vendor(""), .type("Top"), .type(""), .addTag("new"),
                .removeTag("new"),
                .price(.percent(-1_000, strikes: true), on: list), .price(.amount(-10, strikes: false), on: list),
                .price(.set(100, strikes: false), on: list), .price(.endReduction, on: list), .status(.archived), .status(.active),
            ]
        }
    }

    /// One block of each kind, as a browser sends them.
    static let frontFields = Fields(
        [("do", "look"), ("version", "0")]
            + ["hero", "collections", "products", "story", "stories", "stores"].enumerated().flatMap { index, kind in
                [
                    (name: "blocks.\(index).kind", value: kind), (name: "blocks.\(index).title", value: "Come in"),
                    (name: "blocks.\(index).count", value: "4"), (name: "blocks.\(index).turned", value: "1"),
                ]
            })

    func workPages(_ notices: FieldNotices, _ general: FieldNotices, in snapshot: Snapshot) throws -> [any Page] {
        var refused = try ImportsPage(visit(), in: snapshot)
        refused.form = Form(notices: FieldNotices(RefusedField(DeskRefusal.nothingThere, field: "file")))
        var settings = try SettingsPage(visit(), in: snapshot)
        settings.form = Form(notices: general)
        var devices = try DevicesPage(visit(), in: snapshot)
        devices.form = Form(notices: general)
        var picture = try ProductPage(visit(), ProductDetail.find(shirt.id, on: nil, in: snapshot), in: snapshot)
        picture.pictures = Form(notices: general)
        let later = { (page: [String: String]) in
            Visit(
                session: session, clock: clock, query: Fields(), now: shop.world.now + .hours(1), parameter: { page[$0] },
                form: { Fields() },
                upload: { _ in throw FormRefusal.notAForm })
        }
        let everything = Fields([("scope", "picked"), ("pick", shirt.id.description)])
        let list = shop.prices.description
        var pages: [any Page] = [
            refused, settings, try SettingsPage(visit(as: associate), in: snapshot), devices, picture, try RolesPage(visit(), in: snapshot),
            try FoundPage(visit(["search": "harbour"]), in: snapshot), try FoundPage(visit(["search": "nothing like it"]), in: snapshot),
            try FoundPage(visit(), in: snapshot), try FoundPage(visit(["search": "\(order.number)"]), in: snapshot),
            try FoundPage(visit(["search": "summer"]), in: snapshot), try MapPage(visit(), in: snapshot),
            try MapPage(visit(["search": "none"]), in: snapshot), try MapPage(visit(["box": "24,60,25,62"]), in: snapshot),
            try ImportsPage(visit(["before": work.runs[1].description]), in: snapshot),
            try BulkEditsPage(visit(), in: snapshot), try BulkEditsPage(visit(), work.edit, in: snapshot),
            try BulkEditsPage(visit(), work.undone, in: snapshot), try ProductsPage(visit(["edit": shirt.id.description]), in: snapshot),
            try ProductsPage(visit(["status": "draft"]), in: snapshot),
            try ProductsPage(visit(["search": "lamp"]), notices: general, in: snapshot),
            try StockPage(visit(["level": "low"]), in: snapshot), try StockPage(visit(["level": "owed"]), in: snapshot),
            try OrdersPage(visit(["channel": shop.web.id.description]), in: snapshot),
        ]
        let linen = Wardrobe(["linen": [StrangeTag("nothere", in: "Foot", line: 3)]])
        var front = try FrontsPage(visit(["theme": "linen"]), shop.web.id, wardrobe: linen, in: snapshot)
        front.notices = general
        pages += [
            front, try FrontsPage(visit(["theme": "linen"]), apart.id, wardrobe: Wardrobe(), in: snapshot),
            try FrontsPage(visit(), shop.web.id, wardrobe: Wardrobe(), typed: FrontForm(Self.frontFields), in: snapshot),
            try FrontTranslationsPage(visit(), shop.web.id, language: "fi", offered: ["fi", "ja"], in: snapshot),
            try FrontTranslationsPage(visit(), shop.web.id, language: nil, offered: ["fi"], notices: general, in: snapshot),
            try FrontTranslationsPage(visit(), apart.id, language: nil, offered: [], in: snapshot),
        ]
        for run in work.runs { pages.append(try ImportPage(visit([:], ["id": run.description]), in: snapshot)) }
        pages.append(try ImportPage(later(["id": work.runs[0].description]), in: snapshot))
        let forms = [
            ["action": "vendor", "value": "Virtanen"], ["action": "percent", "value": "-10", "strikes": "1", "list": list],
            ["action": "amount", "value": "-900", "list": list], ["action": "active"],
        ]
        for form in forms {
            let fields = everything.names.map { ($0, everything.typed($0)) } + form.map { ($0.key, $0.value) }
            pages.append(try BulkPreviewPage(visit(), Fields(fields.map { (name: $0.0, value: $0.1) }), as: work.edit, in: snapshot))
        }
        return pages
    }
}
