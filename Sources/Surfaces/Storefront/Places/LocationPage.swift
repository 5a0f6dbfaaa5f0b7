import Web

/// One shop: where it is, when it is open, what it offers.
struct LocationPage: ShopPage {
    let frame: Frame
    let name: String
    /// The list of what lies there.
    let shelf: String
    let address: [String]
    let opening: OpeningSign
    /// The next seven days, today first; none for a place that is never open to shoppers.
    let hours: [HoursLine]
    let services: [String]
    /// `44.85466, -93.24565`
    let coordinates: String?
    /// Where somebody else's map shows the way.
    let route: String?
    /// Where it lies among its neighbours.
    let map: MapDrawing?
    let structured: StructuredData

    static let answers: Answers = [
        "frame": \.frame, "name": \.name, "shelf": \.shelf, "address": \.address, "opening": \.opening, "hours": \.hours,
        "hasHours": { !$0.hours.isEmpty }, "services": \.services, "hasServices": { !$0.services.isEmpty },
        "coordinates": \.coordinates, "route": \.route, "map": \.map, "structured": \.structured,
    ]
}

/// The hours of one day.
struct HoursLine: Shown {
    let day: String
    let isToday: Bool
    /// `10:00 – 21:00`, one for each time it opens; none when it is closed.
    let spans: [String]

    static let answers: Answers = ["day": \.day, "isToday": \.isToday, "spans": \.spans, "isClosed": { $0.spans.isEmpty }]
}
