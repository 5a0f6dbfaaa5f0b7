import Catalog
import Database
import Essentials
import Hummingbird
import Web

extension Desk {
    func showBulkEdits(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try BulkEditsPage(visit, in: $0) })
    }

    func showBulkEdit(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: BulkEdit.self)
        return try templates.response(try await database.read { try BulkEditsPage(visit, id, in: $0) })
    }

    /// Shows what would happen, and changes nothing.
    func showBulkPreview(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        do {
            return try templates.response(try await database.read { try BulkPreviewPage(visit, form, as: world.id(), in: $0) })
        } catch let refusal as any Refusal where refusal.kind != .forbidden {
            // What was asked stands at the foot of the list, and stays there with the reason why not.
            let page = try await database.read {
                try ProductsPage(visit, query: form, asked: Form(typed: form, notices: FieldNotices(refusal)), in: $0)
            }
            return try templates.response(page, status: refusal.kind.status)
        }
    }

    /// Does it, some products at a time, so that others get their turn in between.
    func acceptBulkEdit(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        let bulk = try BulkForm(form)
        let targets = try Self.targets(form.typed("targets"))
        let edit = try form.idIfAny("edit", of: BulkEdit.self)
        let id = try await database.write { transaction in
            let change = try bulk.change(language: visit.language, in: transaction)
            return try beginBulkEdit(change, as: edit, by: visit.actor, in: transaction, world: world)
        }
        for start in stride(from: 0, to: targets.count, by: BulkEdit.piece) {
            let piece = Array(targets[start..<min(start + BulkEdit.piece, targets.count)])
            _ = try await database.write { try editInBulk(id, piece, by: visit.actor, in: $0, world: world) }
        }
        return .seeOther("/desk/bulk-edits/\(id)")
    }

    func acceptBulkUndo(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: BulkEdit.self)
        while try await database.write({ try undoBulkEdit(id, by: visit.actor, in: $0, world: world) }) {}
        return .seeOther("/desk/bulk-edits/\(id)")
    }

    /// Those that the preview wrote into its form.
    private static func targets(_ text: String) throws -> [BulkTarget] {
        let targets = try text.split(separator: ",").prefix(BulkEdit.most).map { part -> BulkTarget in
            guard let target = BulkTarget(String(part)) else { throw FormRefusal.notAnIdentifier(field: "targets") }
            return target
        }
        guard !targets.isEmpty else { throw DeskRefusal.nothingTicked }
        return targets
    }
}
