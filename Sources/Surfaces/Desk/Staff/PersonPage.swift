import Database
import Essentials
import Places
import Staff
import Web

/// One person: who they are, what they may do where, and how they sign in.
struct PersonPage: DeskPage {
    let frame: Frame
    let member: StaffMember
    let grants: [GrantRow]
    let isOneself: Bool
    /// Whether whoever looks at it stands above them.
    let mayChange: Bool
    let mayGive: Bool
    /// A form that was refused, by what it is about.
    var profile: Form
    var role: Form
    var password = Form()
    var pin = Form()

    init(_ visit: Visit, _ id: StaffMember.ID, in snapshot: some Reading) throws {
        let member = try StaffMember.file(of: id, by: visit.actor, in: snapshot)
        let grants = try Grant.of([id], in: snapshot)[id] ?? []
        let places = try Location.find(Set(grants.compactMap(\.place)), in: snapshot)
        frame = visit.frame(.staff)
        self.member = member
        self.grants = grants.map { GrantRow($0, in: places, mayTakeAway: visit.actor.mayGive($0)) }
        isOneself = visit.session.staff == id
        mayChange = visit.actor.standsAbove(grants)
        let open = visit.actor.placesToFill(beside: grants)
        mayGive = !open.isEmpty && member.status == .active
        role = Form(["role": Role.associate.rawValue, "location": try Self.code(open.first ?? nil, in: snapshot)])
        profile = Form(["name": member.name, "email": member.email, "language": member.language])
    }

    /// The number of a location, as one types it; nothing for everywhere.
    fileprivate static func code(_ place: Location.ID?, in snapshot: some Reading) throws -> String {
        try place.flatMap { try Location.find($0, in: snapshot)?.code } ?? ""
    }

    /// What was refused about no field of any of the forms.
    private var general: Sentence? {
        [profile, role, password, pin].lazy.compactMap(\.general).first
    }

    static let answers: Answers = [
        "frame": \.frame, "id": \.member.id.description, "name": \.member.name, "isOneself": \.isOneself, "grants": \.grants,
        "hasNoRole": \.grants.isEmpty, "isArchived": { $0.member.status == .archived }, "hasPassword": \.member.hasPassword,
        "hasPIN": \.member.hasPIN, "mayChange": \.mayChange, "mayGive": \.mayGive,
        "maySave": { ($0.mayChange || $0.isOneself) && $0.member.status == .active }, "profile": \.profile, "role": \.role,
        "password": \.password, "pin": \.pin, "general": \.general,
    ]
}

/// The form of somebody who begins to work here.
struct NewPersonPage: DeskPage {
    let frame: Frame
    var form: Form

    init(frame: Frame, form: Form) {
        self.frame = frame
        self.form = form
    }

    /// A form that says where whoever looks at it may take people on.
    init(_ visit: Visit, in snapshot: some Reading) throws {
        let code = try PersonPage.code(visit.actor.placesToFill(beside: []).first ?? nil, in: snapshot)
        self.init(frame: visit.frame(.staff), form: Form(["language": visit.language, "role": Role.associate.rawValue, "location": code]))
    }

    static let answers: Answers = ["frame": \.frame, "f": \.form, "notices": \.form.notices]
}

extension Actor {
    /// Where they may make somebody an associate who has these roles; `nil` is everywhere.
    fileprivate func placesToFill(beside present: [Grant]) -> [Location.ID?] {
        let managed = may(.manager) ? [nil] : grants.filter { $0.role >= .manager }.map(\.place)
        return managed.filter { place in present.allSatisfy { $0.place != place || mayGive($0) } }
    }
}
