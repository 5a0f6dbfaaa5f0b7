import Catalog
import Channels
import Content
import Database
import Essentials
import Hummingbird
import Web

extension Desk {
    func showFront(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Channel.self)
        return try templates.response(try await database.read { try FrontsPage(visit, id, wardrobe: wardrobe, in: $0) })
    }

    /// Saves the blocks, shows how they would look, or moves one of them; what is typed stays in all of it.
    func acceptFront(_ visit: Visit) async throws -> Response {
        try visit.actor.require(.manager)
        let id = try visit.id(of: Channel.self)
        let upload = try await visit.upload(nil)
        var form = try FrontForm(upload.fields)
        do {
            try await takePictures(upload.files, into: &form, visit)
            form.arrange()
            let (blocks, deed, seen) = (form.blocks, form.deed, form.seen)
            if deed == .save {
                try await database.write { try arrangeFront(of: id, blocks: blocks, seen: seen, by: visit.actor, in: $0, world: world) }
                return .seeOther("/desk/fronts/\(id)?said=saved")
            }
            if deed == .look {
                try await database.write { try draftFront(of: id, blocks: blocks, by: visit.actor, in: $0, world: world) }
            }
            return try await show(id, form, FieldNotices(), status: .ok, visit)
        } catch let refusal as any Refusal where refusal.kind != .forbidden {
            return try await show(id, form, FieldNotices(RefusedField(refusal, field: nil)), status: refusal.kind.status, visit)
        }
    }

    private func show(
        _ id: Channel.ID, _ form: FrontForm, _ notices: FieldNotices, status: HTTPResponse.Status, _ visit: Visit
    ) async throws -> Response {
        let typed = form
        let page = try await database.read { try FrontsPage(visit, id, wardrobe: wardrobe, typed: typed, notices: notices, in: $0) }
        return try templates.response(page, status: status)
    }

    /// A picture that was chosen for a block takes the place of the block's address.
    private func takePictures(_ files: [UploadedFile], into form: inout FrontForm, _ visit: Visit) async throws {
        for file in files {
            let parts = file.field.split(separator: ".")
            guard parts.count == 3, let place = Int(parts[1]), form.blocks.indices.contains(place) else { continue }
            form.blocks[place].picture = try await keep(file, visit)
        }
    }
}
