import Channels
import Database
import Essentials
import Foundation
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
    /// When it opens or closes next, by the clock on its own wall.
    let nextChange: String?
    /// Those that sell from it; of an archived one those that did.
    let channels: [ChannelName]
    let mayChange: Bool
    let mayArchive: Bool

    /// The form of one that is to be.
    init(_ visit: Visit, form: Form? = nil) {
        self.init(visit, nil, form: form, channels: [])
    }

    init(_ visit: Visit, _ location: Location, form: Form? = nil, in snapshot: some Reading) throws {
        let channels = try Channel.selling(from: location, in: snapshot).map { ChannelName(id: $0.id.description, name: $0.name) }
        self.init(visit, location, form: form, channels: channels)
    }

    private init(_ visit: Visit, _ location: Location?, form: Form?, channels: [ChannelName]) {
        frame = visit.frame(.locations)
        self.location = location
        self.form = form ?? Form(location.map(LocationForm.values) ?? ["kind": Location.Kind.store.rawValue])
        isOpen = location?.isOpen(at: visit.now) ?? false
        nextChange = location.flatMap { place in
            place.nextChange(after: visit.now).map { Self.text($0, by: place.timeZone, language: visit.language) }
        }
        self.channels = channels
        mayChange = visit.actor.may(.manager, at: location?.id.bits)
        mayArchive = visit.actor.may(.manager)
    }

    /// Whoever reads it may sit in another zone than the location, so its browser leaves this as it is.
    private static func text(_ instant: Instant, by zone: IANATimeZone, language: String) -> String {
        let style = Date.FormatStyle(locale: Locale(identifier: language), timeZone: TimeZone(identifier: zone.name) ?? .gmt)
        return instant.date.formatted(style.weekday(.wide).day().month(.abbreviated).hour().minute())
    }

    /// The names of the channels, as one says them.
    private var channelNames: String? {
        channels.isEmpty ? nil : channels.map(\.name).formatted(.list(type: .and).locale(Locale(identifier: frame.language)))
    }

    /// The version on which a save is made: the one that was seen, or the present one once the differences are shown.
    private var version: String {
        differences == nil ? form["version"] : location.map { String($0.version) } ?? ""
    }

    static let answers: Answers = [
        "frame": \.frame, "f": \.form, "notices": \.form.notices, "differences": \.differences, "isStale": { $0.differences != nil },
        "isNew": { $0.location == nil }, "id": \.location?.id.description, "name": \.location?.name, "code": \.location?.code,
        "isArchived": { $0.location?.isArchived ?? false }, "version": \.version, "isOpen": \.isOpen, "nextChange": \.nextChange,
        "timeZone": \.location?.timeZone.name, "channels": \.channels, "channelNames": \.channelNames, "sellsNowhere": \.channels.isEmpty,
        "mayChange": \.mayChange, "mayArchive": \.mayArchive,
    ]
}
