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
    /// A form that was refused, by what it is about.
    var profile: Form
    var role = Form(["role": Role.associate.rawValue])
    var password = Form()
    var pin = Form()

    init(_ visit: Visit, _ id: StaffMember.ID, in snapshot: some Reading) throws {
        let member = try StaffMember.file(of: id, by: visit.actor, in: snapshot)
        let grants = try Grant.of([id], in: snapshot)[id] ?? []
        let places = try Location.find(Set(grants.compactMap(\.place)), in: snapshot)
        frame = visit.frame(.staff)
        self.member = member
        self.grants = grants.map { GrantRow($0, in: places) }
        isOneself = visit.session.staff == id
        profile = Form(["name": member.name, "email": member.email, "language": member.language])
    }

    /// What was refused about no field of any of the forms.
    private var general: Sentence? {
        [profile, role, password, pin].lazy.compactMap(\.general).first
    }

    static let answers: Answers = [
        "frame": \.frame, "id": \.member.id.description, "name": \.member.name, "isOneself": \.isOneself, "grants": \.grants,
        "hasNoRole": \.grants.isEmpty, "isArchived": { $0.member.status == .archived }, "hasPassword": \.member.hasPassword,
        "hasPIN": \.member.hasPIN, "profile": \.profile, "role": \.role, "password": \.password, "pin": \.pin, "general": \.general,
    ]
}

/// The form of somebody who begins to work here.
struct NewPersonPage: DeskPage {
    let frame: Frame
    var form = Form(["language": "en", "role": Role.associate.rawValue])

    static let answers: Answers = ["frame": \.frame, "f": \.form, "notices": \.form.notices]
}
