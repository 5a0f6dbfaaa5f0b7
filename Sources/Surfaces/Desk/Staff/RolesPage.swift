import Database
import Hummingbird
import Settings
import Staff
import Web

/// Which role may do what.
struct RolesPage: DeskPage {
    struct Row: Shown {
        let deed: Deed
        /// Of an associate, of a manager of one location, of a manager of everything, of an owner.
        let may: [Permission]
        static let answers: Answers = ["deed": { Chosen($0.deed.rawValue) }, "may": \.may]
    }

    struct Permission: Shown {
        let isGiven: Bool
        static let answers: Answers = ["isGiven": \.isGiven]
    }

    let frame: Frame
    let percent: Int64
    let rows: [Row]

    init(_ visit: Visit, in snapshot: some Reading) throws {
        frame = visit.frame(.staff)
        percent = try ShopSettings.find(in: snapshot).reductionPercent
        rows = Deed.allCases.map { deed in
            let columns: [(role: Role, isEverywhere: Bool)] = [(.associate, false), (.manager, false), (.manager, true), (.owner, true)]
            return Row(
                deed: deed,
                may: columns.map { Permission(isGiven: $0.role >= deed.least && ($0.isEverywhere || !deed.isEverywhere)) })
        }
    }

    static let answers: Answers = ["frame": \.frame, "percent": \.percent, "rows": \.rows]
}

extension Desk {
    func showRoles(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try RolesPage(visit, in: $0) })
    }
}
