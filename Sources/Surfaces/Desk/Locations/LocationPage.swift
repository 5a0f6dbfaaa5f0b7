import Essentials
import Places
import Web

/// One location, to read and to change; or the form of one that is to be.
struct LocationPage: DeskPage {
    let frame: Frame
    /// `nil` for one that is to be.
    let location: Location?
    let form: Form
    /// Where somebody else was first; `nil` when nobody was.
    var differences: [Difference]?
    let isOpen: Bool
    let nextChange: Moment?
    let mayChange: Bool
    let mayArchive: Bool

    init(_ visit: Visit, _ location: Location?, form: Form? = nil) {
        frame = visit.frame(.locations)
        self.location = location
        self.form = form ?? Form(location.map(LocationForm.values) ?? ["kind": Location.Kind.store.rawValue])
        isOpen = location?.isOpen(at: visit.now) ?? false
        nextChange = Moment(location?.nextChange(after: visit.now), visit.language)
        mayChange = visit.actor.may(.manager, at: location?.id.bits)
        mayArchive = visit.actor.may(.manager)
    }

    /// The version on which a save is made: the one that was seen, or the present one once the differences are shown.
    private var version: String {
        differences == nil ? form["version"] : location.map { String($0.version) } ?? ""
    }

    static let answers: Answers = [
        "frame": \.frame, "f": \.form, "notices": \.form.notices, "differences": \.differences, "isStale": { $0.differences != nil },
        "isNew": { $0.location == nil }, "id": \.location?.id.description, "name": \.location?.name, "code": \.location?.code,
        "isArchived": { $0.location?.isArchived ?? false }, "version": \.version, "isOpen": \.isOpen, "nextChange": \.nextChange,
        "timeZone": \.location?.timeZone.name, "mayChange": \.mayChange, "mayArchive": \.mayArchive,
    ]
}
