import Database
import Essentials
import Hummingbird
import Places
import Staff
import Web

/// The tills of the shops, and the form that takes in the one that shows a code.
struct DevicesPage: DeskPage {
    private static let most = 500

    let frame: Frame
    let rows: [DeviceRow]
    var form = Form()

    init(_ visit: Visit, in snapshot: some Reading) throws {
        let devices = try Device.all(limit: Self.most, by: visit.actor, in: snapshot)
        let places = try Location.find(Set(devices.map { Location.ID(bits: $0.location) }), in: snapshot)
        frame = visit.frame(.devices)
        rows = devices.map {
            DeviceRow(device: $0, place: places[Location.ID(bits: $0.location)], seenAt: Moment($0.seenAt, visit.language))
        }
    }

    static let answers: Answers = [
        "frame": \.frame, "rows": \.rows, "isEmpty": \.rows.isEmpty, "f": \.form, "notices": \.form.notices,
    ]
}

struct DeviceRow: Shown {
    let device: Device
    let place: Location?
    let seenAt: Moment?

    static let answers: Answers = [
        "deviceID": \.device.id.description, "deviceName": \.device.name, "place": \.place?.name, "placeID": \.place?.id.description,
        "code": \.place?.code, "seenAt": \.seenAt,
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
