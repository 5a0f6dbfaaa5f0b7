import Channels
import Essentials
import Foundation
import Places
import Web

/// The report as pictures, with the table behind each.
struct SalesPictures: Shown {
    /// A channel and its hue.
    struct Name: Shown {
        let hue: Int
        let name: String
        static let answers: Answers = ["hue": \.hue, "name": \.name]
    }

    /// A row of the table behind a picture.
    struct Row: Shown {
        let label: String
        let orders: Int
        let amounts: [String]
        let total: String
        static let answers: Answers = ["label": \.label, "orders": \.orders, "amounts": \.amounts, "total": \.total]
    }

    let legend: [Name]
    let today: ColumnChart
    let month: ColumnChart
    let hours: [Row]
    let days: [Row]
    let soldToday: String
    let ordersToday: Int
    let average: String?
    /// How much more or less than a week before at this time: `+12%`; `nil` when nothing was sold then.
    let change: String?
    let isLess: Bool
    let soldInMonth: String
    let hasOtherCurrencies: Bool
    let isEmpty: Bool

    init(_ report: SalesReport, names: [Channel.ID: String], language: String) {
        let said = Said(report: report, language: language)
        let shown = report.channels.prefix(SalesReport.hues).enumerated().map {
            Name(hue: $0.offset + 1, name: names[$0.element] ?? $0.element.description)
        }
        let hasRest = report.channels.count > SalesReport.hues
        legend = hasRest ? shown + [Name(hue: SalesReport.hues + 1, name: "…")] : shown
        let used = legend.count
        func row(_ label: String, _ stretch: SalesReport.Stretch) -> Row {
            Row(
                label: label, orders: stretch.orders, amounts: report.parts(of: stretch).prefix(used).map { said.money($0.amount) },
                total: said.money(stretch.total))
        }
        let labels = (0..<24).map { said.hour($0) }
        hours = zip(labels, report.hours).filter { $0.1.orders > 0 }.map { row($0, $1) }
        today = ColumnChart(
            report.hours.enumerated().map { hour, stretch in
                ColumnChart.Bar(
                    label: hour.isMultiple(of: 3) ? labels[hour] : nil, title: "\(labels[hour]): \(said.money(stretch.total))",
                    value: said.short(stretch.total), parts: report.parts(of: stretch), before: report.hoursBefore[hour].total)
            }, scale: said.short)
        let dates = (0..<SalesReport.days).map { report.today - (SalesReport.days - 1 - $0) }
        let ofDay = { report.byDay[$0] ?? SalesReport.Stretch() }
        days = dates.reversed().map { row(said.day($0), ofDay($0)) }
        month = ColumnChart(
            dates.enumerated().map { index, day in
                ColumnChart.Bar(
                    label: (dates.count - 1 - index).isMultiple(of: 7) ? said.shortDay(day) : nil,
                    title: "\(said.day(day)): \(said.money(ofDay(day).total))", value: said.short(ofDay(day).total),
                    parts: report.parts(of: ofDay(day)))
            }, scale: said.short)
        let sold = ofDay(report.today)
        soldToday = said.money(sold.total)
        ordersToday = sold.orders
        average = sold.orders > 0 ? said.money(sold.total / Int64(sold.orders)) : nil
        let before = report.soFarBefore.total
        change = before > 0 ? said.change(Double(sold.total - before) / Double(before)) : nil
        isLess = sold.total < before
        soldInMonth = said.money(dates.reduce(0) { $0 + ofDay($1).total })
        hasOtherCurrencies = report.hasOtherCurrencies
        isEmpty = report.byDay.isEmpty
    }

    static let answers: Answers = [
        "legend": \.legend, "today": \.today, "month": \.month, "hours": \.hours, "days": \.days, "soldToday": \.soldToday,
        "ordersToday": \.ordersToday, "average": \.average, "change": \.change, "isLess": \.isLess, "soldInMonth": \.soldInMonth,
        "hasOtherCurrencies": \.hasOtherCurrencies, "hasSales": { !$0.isEmpty }, "soldNothingToday": \.hours.isEmpty,
    ]
}

/// How the report's figures are said in somebody's language.
private struct Said {
    let report: SalesReport
    let language: String

    private var locale: Locale { Locale(identifier: language) }
    private var zone: TimeZone { TimeZone(identifier: report.zone.name) ?? .gmt }

    func money(_ units: Int64) -> String { Money(minorUnits: units, currency: report.currency).formatted(in: language) }

    /// Without small change, for beside the net: `1.2K`.
    func short(_ units: Int64) -> String {
        let whole = Double(units) / Double(report.currency.scale)
        return whole.formatted(.number.notation(.compactName).precision(.significantDigits(1...3)).locale(locale))
    }

    func change(_ part: Double) -> String {
        part.formatted(.percent.precision(.fractionLength(0)).sign(strategy: .always()).locale(locale)).replacing("-", with: "−")
    }

    func hour(_ hour: Int) -> String { hour < 10 ? "0\(hour)" : String(hour) }
    func day(_ day: Day) -> String { text(day, .dateTime.weekday(.abbreviated).day().month(.abbreviated)) }
    func shortDay(_ day: Day) -> String { text(day, .dateTime.day().month(.abbreviated)) }

    private func text(_ day: Day, _ style: Date.FormatStyle) -> String {
        var style = style.locale(locale)
        style.timeZone = zone
        return report.zone.instant(on: day, minute: 12 * 60).date.formatted(style)
    }
}
