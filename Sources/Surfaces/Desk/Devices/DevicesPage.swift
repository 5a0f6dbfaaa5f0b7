import Database
import Essentials
import Hummingbird
import Places
import Staff
import Web

/// The tills of the shops, and the form that takes in the one that shows a code.
struct DevicesPage: DeskPage {
    static let length = 50
    /// Locations of that name whose tills one search finds.
    private static let places = 100

    let frame: Frame
    let search: String
    let rows: [DeviceRow]
    let pager: Pager
    var form = Form()

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let search = try visit.query.textIfAny("search", upTo: 100) ?? ""
        let after = try visit.query.idIfAny("after", of: Device.self)
        let near = search.isEmpty ? [] : try Location.page(search: search, limit: Self.places, in: snapshot).map(\.id.bits)
        let found = try Device.page(
            search: search, atAnyOf: near, after: after, limit: Self.length + 1, by: visit.actor, in: snapshot)
        let devices = found.prefix(Self.length)
        let places = try Location.find(Set(devices.map { Location.ID(bits: $0.location) }), in: snapshot)
        let address = { (after: String?) in
            Fields.link("/desk/devices", ["search": search.isEmpty ? nil : search, "after": after])
        }
        frame = visit.frame(.devices)
        self.search = search
        rows = devices.map {
            DeviceRow(
                device: $0, place: places[Location.ID(bits: $0.location)], seenAt: Moment($0.seenAt, visit.clock),
                mayRetire: visit.actor.may(.manager, at: $0.location))
        }
        pager = Pager(
            first: after.map { _ in address(nil) },
            next: found.count > Self.length ? address(found[Self.length - 1].id.description) : nil)
    }

    static let answers: Answers = [
        "frame": \.frame, "rows": \.rows, "isEmpty": \.rows.isEmpty, "search": \.search, "isSearch": { !$0.search.isEmpty },
        "pager": \.pager, "f": \.form, "notices": \.form.notices,
    ]
}

struct DeviceRow: Shown {
    let device: Device
    let place: Location?
    let seenAt: Moment?
    let mayRetire: Bool

    static let answers: Answers = [
        "deviceID": \.device.id.description, "deviceName": \.device.name, "place": \.place?.name, "placeID": \.place?.id.description,
        "code": \.place?.code, "seenAt": \.seenAt, "mayRetire": \.mayRetire,
    ]
}

extension Desk {
    func showDevices(_ visit: Visit) async throws -> Response {
        try templates.response(try await database.read { try DevicesPage(visit, in: $0) })
    }

    /// Takes in the device that shows the code.
    func acceptDevice(_ visit: Visit) async throws -> Response {
        let form = try await visit.form()
        return try await answer {
            let (code, name) = try (form.text("code", upTo: 20), form.text("name", upTo: 120))
            let place = try form.text("location", upTo: 40)
            try await database.write { transaction in
                guard let location = try Self.place(place, in: transaction) else { return }
                _ = try pairDevice(code: code, name: name, at: location.bits, by: visit.actor, in: transaction, world: world)
            }
            return "/desk/devices?said=paired"
        } orShow: { notices in
            var page = try await database.read { try DevicesPage(visit, in: $0) }
            page.form = Form(typed: form, notices: notices)
            return page
        }
    }

    func acceptDeviceRetirement(_ visit: Visit) async throws -> Response {
        let id = try visit.id(of: Device.self)
        try await database.write { try retireDevice(id, by: visit.actor, in: $0, world: world) }
        return .seeOther("/desk/devices?said=retired")
    }
}
