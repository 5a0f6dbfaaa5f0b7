import Essentials
import Foundation
import Web

/// An instant as a page shows it: in UTC, until the browser puts its own time in its place.
struct Moment: Shown {
    let instant: Instant
    let language: String

    init(_ instant: Instant, _ language: String) {
        self.instant = instant
        self.language = language
    }

    init?(_ instant: Instant?, _ language: String) {
        guard let instant else { return nil }
        self.init(instant, language)
    }

    private var text: String {
        let style = Date.FormatStyle(
            date: .abbreviated, time: .shortened, locale: Locale(identifier: language), timeZone: .gmt)
        return instant.date.formatted(style)
    }

    static let answers: Answers = ["machine": \.instant.rfc3339, "text": \.text]
}
