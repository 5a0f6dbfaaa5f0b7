import Catalog
import Content
import Database
import Essentials
import Hummingbird
import Web

extension Desk {
    func showNewStory(_ visit: Visit) async throws -> Response {
        try visit.actor.require(.manager)
        return try templates.response(try await database.read { try StoryPage(visit, nil, in: $0) })
    }

    func showStory(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Story.self)
        return try templates.response(try await database.read { try StoryPage(visit, id, in: $0) })
    }

    func acceptNewStory(_ visit: Visit) async throws -> Response {
        try await acceptStory(nil, visit)
    }

    func acceptStory(_ visit: Visit) async throws -> Response {
        try await acceptStory(visit.id(of: Story.self), visit)
    }

    /// Saves the story, or changes the products in its form; what is typed stays in all of it.
    private func acceptStory(_ id: Story.ID?, _ visit: Visit) async throws -> Response {
        try visit.actor.require(.manager)
        let upload = try await visit.upload(nil)
        var form = try StoryForm(upload.fields)
        do {
            if let file = upload.files.first(where: { $0.field == "picture" }) { form.picture = try await keep(file, visit) }
            form.arrange()
            switch form.deed {
            case .save: return .seeOther(try await save(form, as: id, visit))
            case .add: form.products.append(try await product(named: form.fields, besides: form.products))
            case .up, .down, .remove: break
            }
            return try await show(form, of: id, FieldNotices(), status: .ok, visit)
        } catch let refusal as any Refusal where refusal.kind != .forbidden {
            return try await show(form, of: id, FieldNotices(refusal), status: refusal.kind.status, visit)
        }
    }

    private func save(_ form: StoryForm, as id: Story.ID?, _ visit: Visit) async throws -> String {
        let draft = try form.draft
        guard let id else {
            let story = try await database.write { try createStory(draft, by: visit.actor, in: $0, world: world) }
            return "/desk/stories/\(story.id)?said=created"
        }
        let seen = try Int64(form.fields.integer("version"))
        try await database.write { _ = try updateStory(id, to: draft, seen: seen, by: visit.actor, in: $0, world: world) }
        return "/desk/stories/\(id)?said=saved"
    }

    /// The product with this SKU, or this handle.
    private func product(named fields: Fields, besides known: [Product.ID]) async throws -> Product.ID {
        let word = try fields.text("product", upTo: 255)
        guard known.count < StoryDraft.mostProducts else { throw StoryRefusal.tooManyProducts(StoryDraft.mostProducts) }
        let found = try await database.read { snapshot in
            try Variant.find(sku: word, in: snapshot)?.product ?? Product.find(handle: word, in: snapshot)?.id
        }
        guard let found else { throw RefusedField(CatalogRefusal.unknownProduct, field: "product") }
        return found
    }

    private func show(
        _ form: StoryForm, of id: Story.ID?, _ notices: FieldNotices, status: HTTPResponse.Status, _ visit: Visit
    ) async throws -> Response {
        let page = try await database.read { try StoryPage(visit, id, typed: form, notices: notices, in: $0) }
        return try templates.response(page, status: status)
    }
}
