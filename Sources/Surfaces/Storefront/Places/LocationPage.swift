import Web

/// One shop: where it is, when it is open, what it offers.
struct LocationPage: Page {
    let frame: Frame
    let name: String
    let address: [String]
    let opening: OpeningSign
    /// The next seven days, today first; none for a place that is never open to shoppers.
    let hours: [HoursLine]
    let services: [String]
    /// `44.85466, -93.24565`
    let coordinates: String?
    /// Where a map shows it.
    let map: String?

    static let answers: Answers = [
        "frame": \.frame, "name": \.name, "address": \.address, "opening": \.opening, "hours": \.hours,
        "hasHours": { !$0.hours.isEmpty }, "services": \.services, "hasServices": { !$0.services.isEmpty },
        "coordinates": \.coordinates, "map": \.map,
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
