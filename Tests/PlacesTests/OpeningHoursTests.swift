import Essentials
import Places
import Testing

@Suite("Opening hours")
struct OpeningHoursTests {
    let chicago = IANATimeZone("America/Chicago")

    @Test("hours are written and read the same way")
    func text() throws {
        let text = "Mo 10:00-13:00,14:00-20:00; Fr 18:00-26:00; 2026-12-24 10:00-14:00; 2026-12-25 off"
        #expect(try OpeningHours.test(text).description == text)
        #expect(OpeningHours.none.description == "")
        #expect(try OpeningHours.test("") == .none)
    }

    @Test(
        "what is no hours is refused",
        arguments: [
            "Mo", "Mo 10-20", "Mo 10:00-09:00", "Mo 10:00-12:00,11:00-13:00", "Xx 10:00-12:00", "Mo 10:00-35:00", "Mo 10:60-12:00",
            "Mo 10:00-12:00; Mo 13:00-14:00", "2026-02-30 off",
        ])
    func unreadable(text: String) {
        #expect(OpeningHours(text) == nil)
    }

    @Test("a shop is open from the minute it opens until the minute it closes, with its pause in between")
    func day() throws {
        let zone = try #require(chicago)
        let hours = try OpeningHours.test("Mo 10:00-13:00,14:00-20:00")
        for (time, isOpen) in [("09:59", false), ("10:00", true), ("12:59", true), ("13:00", false), ("14:00", true), ("20:00", false)] {
            #expect(try hours.isOpen(at: zone.at("2026-03-02 \(time)"), in: zone) == isOpen, "\(time)")
        }
        #expect(try hours.nextChange(after: zone.at("2026-03-02 09:00"), in: zone) == zone.at("2026-03-02 10:00"))
        #expect(try hours.nextChange(after: zone.at("2026-03-02 10:00"), in: zone) == zone.at("2026-03-02 13:00"))
        #expect(try hours.nextChange(after: zone.at("2026-03-02 20:00"), in: zone) == zone.at("2026-03-09 10:00"))
    }

    @Test(
        "the next stretch begins now where it is open long enough, and else with the next opening",
        arguments: [
            // 2026-03-02 is a Monday.
            ("Mo 09:00-20:00", "2026-03-02", 600, "2026-03-02 600 1200 now"),
            ("Mo 09:00-20:00", "2026-03-02", 1_170, "2026-03-02 1170 1200 now"),
            ("Mo 09:00-20:00; Tu 10:00-18:00", "2026-03-02", 1_171, "2026-03-03 600 1080"),
            ("Mo 09:00-20:00", "2026-03-02", 1_171, "2026-03-09 540 1200"), ("Mo 09:00-20:00", "2026-03-02", 0, "2026-03-02 540 1200"),
            ("Mo 09:00-12:00,13:00-20:00", "2026-03-02", 700, "2026-03-02 780 1200"),
            ("Mo 09:00-20:00; Tu 10:00-18:00; 2026-03-03 off", "2026-03-03", 0, "2026-03-09 540 1200"),
            ("Mo 18:00-26:00", "2026-03-03", 60, "2026-03-03 60 120 now"),
            ("Mo 18:00-24:00; Tu 00:00-04:00", "2026-03-02", 1_380, "2026-03-02 1380 1680 now"),
            ("", "2026-03-02", 600, nil), ("2026-03-20 09:00-12:00", "2026-03-02", 600, nil),
        ] as [(String, String, Int, String?)])
    func nextStretch(text: String, day: String, minute: Int, expected: String?) throws {
        let next = try OpeningHours.test(text).nextStretch(from: #require(Day(day)), minute: minute, lasting: 30)
        #expect(next.map { "\($0.day) \($0.minute) \($0.closes ?? -1)\($0.isNow ? " now" : "")" } == expected)
    }

    @Test("a shop that never closes has no closing time")
    func atAnyHour() throws {
        let monday = try #require(Day("2026-03-02"))
        let next = try #require(OpeningHours.always.nextStretch(from: monday, minute: 600, lasting: 30))
        #expect(next.isNow && next.closes == nil && next.minute == 600)
    }

    @Test("a night that began yesterday is still open after midnight")
    func pastMidnight() throws {
        let zone = try #require(chicago)
        let hours = try OpeningHours.test("Fr 18:00-26:00; Sa 18:00-26:00")
        #expect(try hours.isOpen(at: zone.at("2026-03-07 01:59"), in: zone))
        #expect(try !hours.isOpen(at: zone.at("2026-03-07 02:00"), in: zone))
        #expect(try hours.nextChange(after: zone.at("2026-03-07 00:30"), in: zone) == zone.at("2026-03-07 02:00"))
        #expect(try hours.nextChange(after: zone.at("2026-03-07 02:00"), in: zone) == zone.at("2026-03-07 18:00"))
    }

    @Test("in the night in which clocks go forward, a shop open from 22 to 4 is open for five hours")
    func spring() throws {
        let zone = try #require(chicago)
        let hours = try OpeningHours.test("Sa 22:00-28:00")
        let opens = try zone.at("2026-03-07 22:00")
        let closes = try #require(hours.nextChange(after: opens, in: zone))
        #expect(closes - opens == .hours(5))
        #expect(zone.minuteOfDay(at: closes) == 4 * 60)
    }

    @Test("in the night in which clocks go back, it is open for seven")
    func autumn() throws {
        let zone = try #require(chicago)
        let hours = try OpeningHours.test("Sa 22:00-28:00")
        let opens = try zone.at("2026-10-31 22:00")
        #expect(try #require(hours.nextChange(after: opens, in: zone)) - opens == .hours(7))
        // The hour from one to two comes twice, and it is open in both.
        #expect(try hours.isOpen(at: zone.at("2026-11-01 01:30") + .hours(1), in: zone))
    }

    @Test("a shop that closes at 1:30 does not open again when the clock shows 1 once more")
    func closingHourTwice() throws {
        let zone = try #require(chicago)
        let hours = try OpeningHours.test("Sa 22:00-25:30")
        let closes = try zone.at("2026-11-01 01:30")
        #expect(hours.isOpen(at: closes - .minutes(1), in: zone))
        #expect(!hours.isOpen(at: closes, in: zone))
        #expect(!hours.isOpen(at: closes + .minutes(45), in: zone))
    }

    @Test("hours that the clock skips are no hours")
    func skipped() throws {
        let zone = try #require(chicago)
        let hours = try OpeningHours.test("Su 02:30-03:15")
        #expect(try !hours.isOpen(at: zone.at("2026-03-08 03:10"), in: zone))
        #expect(try hours.nextChange(after: zone.at("2026-03-07 12:00"), in: zone) == zone.at("2026-03-15 02:30"))
    }

    @Test("an exception replaces its day, and the night before it runs out")
    func exceptions() throws {
        let zone = try #require(chicago)
        let hours = try OpeningHours.test("Th 18:00-26:00; Fr 10:00-20:00; 2026-12-25 off; 2026-12-27 12:00-16:00")
        #expect(try hours.isOpen(at: zone.at("2026-12-25 01:00"), in: zone))
        #expect(try !hours.isOpen(at: zone.at("2026-12-25 12:00"), in: zone))
        #expect(try hours.nextChange(after: zone.at("2026-12-25 02:00"), in: zone) == zone.at("2026-12-27 12:00"))
        #expect(try hours.isOpen(at: zone.at("2026-12-18 12:00"), in: zone))
    }

    @Test("a shop that is open around the clock has no next change, until a day on which it is closed")
    func aroundTheClock() throws {
        let zone = try #require(chicago)
        let now = try zone.at("2026-10-30 12:00")
        #expect(OpeningHours.always.nextChange(after: now, in: zone) == nil)
        #expect(OpeningHours.always.isOpen(at: now, in: zone))
        let christmas = try #require(Day("2026-12-25"))
        let hours = try OpeningHours.always.with(exceptions: [christmas: []])
        #expect(try hours.nextChange(after: now, in: zone) == zone.at("2026-12-25 00:00"))
        #expect(try hours.nextChange(after: zone.at("2026-12-25 12:00"), in: zone) == zone.at("2026-12-26 00:00"))
    }

    @Test("a place without hours never opens")
    func none() throws {
        let zone = try #require(chicago)
        #expect(try !OpeningHours.none.isOpen(at: zone.at("2026-03-02 12:00"), in: zone))
        #expect(try OpeningHours.none.nextChange(after: zone.at("2026-03-02 12:00"), in: zone) == nil)
    }

    @Test("minute by minute, the next change is when being open changes")
    func agreement() throws {
        let zone = try #require(chicago)
        let hours = try OpeningHours.test(
            "Fr 09:00-12:00,12:00-18:30; Sa 22:00-28:00; Su 00:00-01:30,23:00-24:00; Mo 00:00-02:15; 2026-11-03 10:00-11:00")
        var moment = try zone.at("2026-10-30 00:00")
        let end = try zone.at("2026-11-04 00:00")
        var wasOpen = hours.isOpen(at: moment, in: zone)
        var expected = hours.nextChange(after: moment, in: zone)
        while moment < end {
            moment = moment + .minutes(15)
            let isOpen = hours.isOpen(at: moment, in: zone)
            if isOpen != wasOpen {
                #expect(moment == expected)
                expected = hours.nextChange(after: moment, in: zone)
            }
            wasOpen = isOpen
        }
    }
}
