import Essentials
import Foundation
import Places
import Testing

@Suite("Days and clocks of a place")
struct DayTests {
    @Test(
        "a day knows its date and weekday", arguments: ["1970-01-01", "2000-02-29", "2026-11-22", "1900-03-01", "2100-02-28", "1969-12-31"])
    func dates(text: String) throws {
        let day = try #require(Day(text))
        #expect(day.description == text)
        let date = try Date(text + "T00:00:00Z", strategy: .iso8601)
        #expect(Double(day.number) * 86_400 == date.timeIntervalSince1970)
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        // Foundation counts weekdays from Sunday = 1.
        #expect(day.weekday.rawValue == (calendar.component(.weekday, from: date) + 5) % 7 + 1)
    }

    @Test(
        "days that no calendar has are refused",
        arguments: ["2026-02-29", "2026-13-01", "2026-04-31", "26-01-01", "2026-1-1", "2100-02-29", "today", "2026-01-00"])
    func impossible(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("every day follows the one before for four hundred years")
    func succession() throws {
        var day = try #require(Day("1801-01-01"))
        for _ in 0..<146_097 {
            let next = day + 1
            #expect(Day(year: next.year, month: next.month, day: next.day) == next)
            day = next
        }
    }

    @Test("the day there is not the day here")
    func dayInZone() throws {
        let instant = try IANATimeZone.test("UTC").at("2026-11-22 03:30")
        #expect(try IANATimeZone.test("Pacific/Honolulu").day(at: instant).description == "2026-11-21")
        #expect(try IANATimeZone.test("Asia/Kolkata").minuteOfDay(at: instant) == 9 * 60)
        #expect(try IANATimeZone.test("Pacific/Auckland").day(at: instant).description == "2026-11-22")
    }

    @Test("a time that is skipped comes an hour later, and one that comes twice means the first")
    func clockChanges() throws {
        let chicago = try IANATimeZone.test("America/Chicago")
        let utc = try IANATimeZone.test("UTC")
        #expect(try chicago.at("2026-03-08 01:30") == utc.at("2026-03-08 07:30"))
        #expect(try chicago.at("2026-03-08 02:30") == utc.at("2026-03-08 08:30"))
        #expect(try chicago.at("2026-03-08 03:30") == utc.at("2026-03-08 08:30"))
        #expect(try chicago.at("2026-11-01 01:30") == utc.at("2026-11-01 06:30"))
        #expect(try chicago.at("2026-11-01 02:00") == utc.at("2026-11-01 08:00"))
        let london = try IANATimeZone.test("Europe/London")
        #expect(try london.at("2026-10-25 01:30") == utc.at("2026-10-25 00:30"))
    }

    @Test("an abbreviation or an offset is no time zone", arguments: ["EST", "GMT+5", "", "Mars/Phobos", "America"])
    func noZone(name: String) {
        #expect(IANATimeZone(name) == nil)
    }
}
