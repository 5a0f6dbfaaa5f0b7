import Testing

@testable import Places

@Suite("Hours as files write them")
struct StoreHoursTests {
    @Test(
        "a clock of twelve hours is read as a shop's day runs",
        arguments: [
            ("10-9", "10:00-21:00"), ("10-9:30", "10:00-21:30"), ("9-10", "09:00-22:00"), ("9-9", "09:00-21:00"), ("12-6", "12:00-18:00"),
            ("12:30-5:30", "12:30-17:30"), ("1-5:30", "13:00-17:30"), ("8-11:59", "08:00-24:00"), ("12-11:59", "12:00-24:00"),
            ("0-11:59", "00:00-24:00"), ("8-12", "08:00-12:00"), ("12-12", "12:00-24:00"), ("5-2", "17:00-26:00"), ("6pm-2", "18:00-26:00"),
            ("10-1, 2-6", "10:00-13:00,14:00-18:00"), ("9:00 AM - 5:30 PM", "09:00-17:30"), ("9-17", "09:00-17:00"),
            ("08:30-12:00 & 13:30-18:00", "08:30-12:00,13:30-18:00"), ("22-6", "22:00-30:00"), ("0:00-24:00", "00:00-24:00"),
            ("10-0", "10:00-24:00"), ("9 p.m. – 5 a.m.", "21:00-29:00"), ("11am-12am", "11:00-24:00"),
        ])
    func reading(text: String, expected: String) throws {
        #expect(try StoreHours.read("Mon: \(text)").description == "Mo \(expected)")
    }

    @Test("a week is read day by day, and a day that is not named is closed")
    func week() throws {
        let hours = try StoreHours.read("Mon: 10-9; Tues: 10-9; Wed: closed; Thurs: 10-9; Sat: 10-9:30;")
        #expect(hours.description == "Mo 10:00-21:00; Tu 10:00-21:00; Th 10:00-21:00; Sa 10:00-21:30")
        #expect(try StoreHours.read("") == .none)
    }

    @Test("hours in Seam's own form are taken as they are")
    func ownForm() throws {
        #expect(try StoreHours.read("Mo 10:00-21:00; 2026-12-25 off").exceptions.count == 1)
    }

    @Test(
        "what cannot be read is refused, not guessed",
        arguments: [
            "Mon", "Mon: ten-nine", "Mon: 10", "Foo: 10-9", "Mon: 10-9; Mon: 11-8", "Mon: 25-26", "Mon: 10-9-8", "M: 10-9", "Mon: 10:5-9",
            "Mon: 13pm-2",
        ])
    func unreadable(text: String) {
        #expect(throws: PlacesRefusal.self) { try StoreHours.read(text) }
    }

    @Test("hours that overlap are refused")
    func overlap() {
        #expect(throws: PlacesRefusal.hoursOverlap("10:00-21:00 and 14:00-18:00")) { try StoreHours.read("Mon: 10-9, 2-6") }
    }
}
