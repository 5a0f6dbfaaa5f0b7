import Essentials
import HTTPTypes
import TestShop
import Testing
import Web

@testable import Till

struct TemplateTests {
    @Test("every tag of the till's templates is answered")
    func answered() throws {
        let templates = try Templates([ProjectFolder.root.appending(path: "Templates/till").path])
        let shop = RegisterPage.Shop(id: "loc_1", code: "S1", name: "Main Street", town: "Helsinki")
        let all = ["general", "staff", "pin", "email", "password", "name", "code"].reduce(into: FieldNotices()) { $0.add(Said(field: $1)) }
        let report = ReportPage(
            shop: "Main Street", language: "en", day: "today", at: "now", sales: 1, units: 1, list: "2", reduction: "1", total: "1",
            net: "1", drawers: [.init(name: "Cash", payments: 1, taken: "1", givenBack: "0", net: "1", balance: "1")],
            sellers: [.init(name: "Ben", sales: 1, total: "1")])
        let empty = ReportPage(
            shop: "Main Street", language: "en", day: "today", at: "now", sales: 0, units: 0, list: "0", reduction: "0", total: "0",
            net: "0", drawers: [], sellers: [])
        let checked = try templates.check([
            TillPage(
                shop: "Main Street", till: "Till 1", person: "Ben", language: "en", settings: "{}", texts: Texts().script(in: "en"),
                receiptTexts: Texts().script(in: "en")),
            SignInPage(
                shop: "Main Street", till: "Till 1", people: [.init(id: "stf_1", name: "Ben", isChosen: true)], notices: all,
                isByPassword: true),
            RegisterPage(notices: all),
            RegisterPage(step: .shops([shop], search: "main")), RegisterPage(step: .shops([], search: "")),
            RegisterPage(step: .till(.init(shop: shop, tills: [.init(id: "dev_1", name: "Till 1")])), notices: all),
            SalesPage(
                shop: "Main Street", language: "en",
                sales: [.init(path: "/till/sales/1", number: 1, at: "today", total: "1", isCancelled: true)],
                earlier: "/till/sales?before=1"),
            SalesPage(shop: "Main Street", language: "en", sales: [], earlier: nil),
            SalePage(language: "en", number: 1, note: "Gift", isCancelled: true, slip: "<p>No. 1</p>"),
            Slip(
                retailer: "Aalto", shop: "Main Street", lines: ["1 Main Street"], language: "en", number: 1, at: "today", person: "Ben",
                sold: [.init(quantity: 1, title: "Lamp", amount: "1", before: "2", remark: "A scratch")],
                tenders: [.init(name: "Card", reference: "A1B2", amount: "1")], customer: "Ada", total: "1"),
            PairingPage(code: "K7QM-4FXR", lasts: 600), PairedPage(till: "Till 2", shop: "Main Street"),
            report, empty,
            ProblemPage(Problem(status: .notFound, code: "http.not_found", message: "No.", requestID: "1"), in: "en"),
        ])
        #expect(checked.unanswered == [])
        #expect(checked.untried == [])
    }
}

private struct Said: Refusal {
    let field: String?
    let code = "test"
    let sentence: Sentence = "No."

    init(field: String) {
        self.field = field == "general" ? nil : field
    }
}
