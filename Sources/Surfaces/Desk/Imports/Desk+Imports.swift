import Catalog
import Database
import Essentials
import Foundation
import Hummingbird
import Imports
import Tables
import Web

extension Desk {
    func showImports(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try ImportsPage(visit, in: $0) })
    }

    func showImport(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try ImportPage(visit, in: $0) })
    }

    /// Takes a file, begins to bring it in, and shows how far it is.
    func acceptImport(_ visit: Visit) async throws -> Response {
        try visit.actor.require(.manager)
        let upload = try await visit.upload(FileManager.default.temporaryDirectory)
        return try await answer {
            do {
                let kind = try upload.fields.choice("kind", as: ImportRun.Kind.self)
                let list = try upload.fields.idIfAny("list", of: PriceList.self)
                guard let file = upload.files.first(where: { $0.field == "file" }) else { throw FormRefusal.missing(field: "file") }
                let prices = try await database.read { snapshot in try list.map { try PriceList.find($0, in: snapshot) } }
                let id = try await imports.begin(kind, file, prices: prices, by: visit.actor)
                for other in upload.files where other.field != "file" { other.discard() }
                return "/desk/imports/\(id)"
            } catch {
                for file in upload.files { file.discard() }
                throw error
            }
        } orShow: { notices in
            var page = try await database.read { try ImportsPage(visit, in: $0) }
            page.form = Form(typed: upload.fields, notices: notices)
            return page
        }
    }

    func acceptImportDismissal(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: ImportRun.self)
        try await database.write { try dismissImport(id, by: visit.actor, in: $0, world: world) }
        return .seeOther("/desk/imports")
    }

    /// The refused rows of an import as a table: line, column, reason.
    func showImportReport(_ visit: Visit) async throws -> Response {
        let run = try await database.read { snapshot in
            try visit.actor.require(.manager)
            return try ImportRun.find(visit.id(), in: snapshot)
        }
        var bytes: [UInt8] = []
        var writer = CSVWriter { bytes += $0 }
        func said(_ sentence: Sentence) -> String { templates.texts.say(sentence, in: visit.language) }
        try writer.write([said(Sentence("Line")), said(Sentence("Column")), said(Sentence("Reason"))])
        for refused in run.refusals { try writer.write([String(refused.line), refused.column ?? "", said(refused.reason)]) }
        try writer.flush()
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"refused-\(run.kind.rawValue).csv\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
