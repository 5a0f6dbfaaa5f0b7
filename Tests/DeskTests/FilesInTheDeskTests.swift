import Catalog
import Channels
import Database
import Essentials
import Imports
import Pictures
import Places
import Staff
import TestKit
import TestShop
import Testing

@testable import Desk

@Suite("files in the back office")
struct FilesInTheDeskTests {
    private func run(_ path: String, _ office: Office) async throws -> ImportRun {
        let id = try #require(ImportRun.ID(path.split(separator: "/").last.map(String.init) ?? ""))
        try await eventually { try await office.database.read { try ImportRun.find(id, in: $0) }.endedAt != nil }
        return try await office.database.read { try ImportRun.find(id, in: $0) }
    }

    @Test("a table is brought in behind the page, and its report says what was refused", arguments: TestDatabase.all)
    func importing(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let table = """
                Handle,Title,Variant SKU,Variant Price
                cup,Cup,CUP-1,4.90
                bowl,Bowl,BOWL-1,cheap
                plate,Plate,PLATE-1,9.90
                """
            let begun = try await ada.post(
                "/desk/imports", ["kind": "products", "list": office.shop.prices.description],
                files: [.init("file", named: "goods.csv", Array(table.utf8))])
            #expect(begun.status == 303)
            let path = try #require(begun.location)
            let run = try await run(path, office)
            #expect(run.created == 2)
            #expect(run.refused == 1)
            let page = try await ada.get(path).body
            #expect(page.contains("goods.csv") && page.contains("Variant Price") && !page.contains("data-running"))
            #expect(try await ada.get(path + "/refused.csv").body.hasPrefix("Line,Column,Reason\n3,Variant Price,"))
            #expect(try await ada.get("/desk/products?search=cup").body.contains("€4.90"))
            #expect(try await ada.get("/desk").body.contains("href=\"/desk/imports\"><p><b class=\"big\">1</b> import with rows"))
            _ = try await ada.post(path + "/dismissal")
            #expect(try await !ada.get("/desk").body.contains("href=\"/desk/imports\"><p><b"))
        }
    }

    @Test("a file that is none ends with a sentence, and without a file nothing begins", arguments: TestDatabase.all)
    func wrong(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let begun = try await ada.post(
                "/desk/imports", ["kind": "stock"], files: [.init("file", named: "a.csv", Array("a,b\n1,2\n".utf8))])
            let path = try #require(begun.location)
            #expect(try await run(path, office).fault != nil)
            let page = try await ada.get(path).body
            // Nothing was taken, so nothing stays.
            #expect(page.contains("notice-error") && !page.contains("What was taken until then stays"))
            let none = try await ada.post("/desk/imports", ["kind": "stock"], files: [.init("file", named: "", [])])
            #expect(none.status == 422)
            #expect(none.body.contains("id=\"file-error\">Please fill this in."))
            let bo = try await office.visitor("Bo", [Grant(role: .associate, location: nil)])
            #expect(try await bo.get("/desk/imports").status == 403)
            #expect(try await bo.post("/desk/imports", ["kind": "stock"], files: [.init("file", named: "a", [1])]).status == 403)
        }
    }

    @Test("what is taken out can be brought in again and changes nothing", arguments: TestDatabase.all)
    func exports(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let list = office.shop.prices
            _ = try await ada.post(
                "/desk/products",
                ["title": "Lamp", "status": "active", "variants.0.row": "1", "variants.0.sku": "L-1", "variants.0.price.\(list)": "5"])
            let lamp = try await office.database.read { try #require(try Variant.find(sku: "L-1", in: $0)).id }
            try await office.shop.receive(7, of: lamp, at: office.shop.harbour)
            for kind in ["locations", "stock"] {
                let file = try await ada.get("/desk/exports/\(kind).csv").body
                let begun = try await ada.post("/desk/imports", ["kind": kind], files: [.init("file", named: "x.csv", Array(file.utf8))])
                let run = try await run(try #require(begun.location), office)
                #expect(run.rowsRead == (kind == "stock" ? 1 : 3), "\(kind)")
                #expect(run.unchanged == run.rowsRead, "\(kind): \(run.refusals) \(run.fault ?? "")")
            }
        }
    }

    @Test("rows that fell with another one of their product are counted and named on the page", arguments: TestDatabase.all)
    func fallen(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let table = """
                Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price
                cup,Cup,Size,S,CUP-S,4.90
                cup,,,M,CUP-M,cheap
                cup,,,L,CUP-L,6.90
                """
            let begun = try await ada.post(
                "/desk/imports", ["kind": "products", "list": office.shop.prices.description],
                files: [.init("file", named: "goods.csv", Array(table.utf8))])
            let path = try #require(begun.location)
            #expect(try await run(path, office).fallen == 2)
            let page = try await ada.get(path).body
            #expect(page.contains("2 more rows were sound, and fell with other rows of their products"))
            #expect(page.contains("Lines 2 to 4 are one product: its other 2 rows were not taken either."))
        }
    }

    @Test("locations that are brought in are sold from by the web shop and the tills, and no others come back", arguments: TestDatabase.all)
    func locations(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            let table = """
                id,name,address,city,region,postal_code,country,latitude,longitude,time_zone
                W1,Warehouse,1 Warehouse,Helsinki,,,FI,,,Europe/Helsinki
                S9,Kallio,1 Kallio,Helsinki,,,FI,,,Europe/Helsinki
                """
            let begun = try await ada.post(
                "/desk/imports", ["kind": "locations"], files: [.init("file", named: "places.csv", Array(table.utf8))])
            let run = try await run(try #require(begun.location), office)
            #expect(run.created == 1)
            let (web, till, new) = try await office.database.read { snapshot in
                let channels = try Channel.find([office.shop.web.id, office.shop.till.id], in: snapshot)
                return (channels[office.shop.web.id], channels[office.shop.till.id], try Location.find(code: "S9", in: snapshot)?.id)
            }
            let kallio = try #require(new)
            #expect(web?.locations == office.shop.web.locations + [kallio])
            // The warehouse, which the tills do not sell from, is no new one.
            #expect(till?.locations == office.shop.till.locations + [kallio])
        }
    }

    @Test("a picture is put behind the others of its product, in the sizes that pages show", arguments: TestDatabase.all)
    func pictures(on engine: TestDatabase) async throws {
        try await withOffice(on: engine) { office in
            let ada = try await office.visitor("Ada")
            _ = try await office.shop.product("Lamp")
            let id = try await office.database.read { try #require(try ProductSummary.page(in: $0).first).id }
            // The smallest GIF that there is: one white pixel.
            let pixel: [UInt8] =
                Array("GIF89a".utf8) + [
                    1, 0, 1, 0, 0x80, 0, 0, 255, 255, 255, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
                ]
            let taken = try await ada.post(
                "/desk/pictures", ["product": id.description, "version": "1", "alt": "A lamp"],
                files: [.init("picture", named: "lamp.gif", pixel), .init("picture", named: "again.gif", pixel)])
            #expect(taken.status == 303)
            let media = try await office.database.read { try ProductDetail.find(id, on: nil, in: $0).media }
            #expect(media.map(\.alt) == ["A lamp"])
            let print = try #require(PicturePrint(file: media[0].url.split(separator: "/").last ?? ""))
            #expect(media[0].url == "/pictures/" + print.file)
            let bytes = try await office.database.read { try print.bytes(in: $0) }
            #expect(bytes?.starts(with: Array("RIFF".utf8)) == true)

            let wrong = try await ada.post(
                "/desk/pictures", ["product": id.description, "version": "2"], files: [.init("picture", named: "a.txt", Array("no".utf8))])
            #expect(wrong.status == 422)
            #expect(wrong.body.contains("id=\"picture-error\">This is no picture that can be taken"))
            let stale = try await ada.post(
                "/desk/pictures", ["product": id.description, "version": "1"], files: [.init("picture", named: "b.gif", pixel + [0])])
            #expect(stale.status == 409)
            let bo = try await office.visitor("Bo", [Grant(role: .associate, location: nil)])
            #expect(try await bo.post("/desk/pictures", ["product": id.description], files: []).status == 403)
        }
    }
}
