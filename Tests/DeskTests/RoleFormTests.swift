import Essentials
import Foundation
import Staff
import TestKit
import TestShop
import Testing

@testable import Desk

/// Walks the back office as people of every role do, link by link, and presses every button that they are shown.
@Suite("the forms that somebody is shown")
struct RoleFormTests {
    @Test("are never refused for their role", arguments: ["associate of a shop", "manager of a shop", "manager", "owner"])
    func forms(_ role: String) async throws {
        try await withOffice(on: .sqlite) { office in
            let desk = try await FilledDesk(office.shop)
            let here = office.shop.harbour.id.bits
            let grant =
                switch role {
                case "associate of a shop": Grant(role: .associate, location: here)
                case "manager of a shop": Grant(role: .manager, location: here)
                case "manager": Grant(role: .manager, location: nil)
                default: Grant(role: .owner, location: nil)
                }
            let visitor = try await office.visitor("Cleo", [grant])
            try await office.shop.hire("Dora", [Grant(role: .associate, location: here)], hasher: office.hasher)
            try await office.shop.hire("Esko", [Grant(role: .manager, location: office.shop.mainStreet.id.bits)], hasher: office.hasher)

            let shown = try await Self.walk(as: visitor, from: ["/desk", "/desk/orders/\(desk.order.number)", "/desk/settings"])
            #expect(shown.pages > 40, "of \(shown.pages) pages")
            #expect(shown.refused == [], "links that lead nowhere for them")
            var refused: [String] = []
            // What somebody gives up of their own comes last, and the role after everything else.
            let home = try await visitor.get("/desk").body
            let oneself = try String(#require(home.firstMatch(of: #/href="(/desk/staff/stf_\w+)"/#)).output.1)
            func turn(_ form: ShownForm) -> String {
                !form.action.hasPrefix(oneself) ? "0" + form.action : form.action.hasSuffix("role-revocation") ? "2" : "1" + form.action
            }
            for form in shown.forms.sorted(by: { turn($0) < turn($1) }) where form.action != "/desk/sign-out" {
                let answer =
                    form.bringsFiles
                    ? try await visitor.post(form.action, pairs: form.fields, files: [])
                    : try await visitor.post(form.action, pairs: form.fields)
                if answer.status == 403 || answer.status >= 500 { refused.append("\(answer.status) \(form.action)") }
            }
            #expect(refused == [])
        }
    }

    /// Opens every page that can be reached by links.
    private static func walk(
        as visitor: Visitor, from start: [String]
    ) async throws -> (pages: Int, forms: Set<ShownForm>, refused: [String]) {
        var waiting = start
        var known = Set(start)
        var forms: Set<ShownForm> = []
        var refused: [String] = []
        while let path = waiting.popLast() {
            let answer = try await visitor.get(path)
            if answer.status == 403 || answer.status >= 500 { refused.append("\(answer.status) \(path)") }
            forms.formUnion(ShownForm.all(on: answer.body, at: path))
            let links = answer.body.matches(of: #/href="(/desk[^"#]*)/#).map { String($0.output.1).replacing("&amp;", with: "&") }
            for link in links where !link.hasSuffix(".csv") && known.insert(link).inserted { waiting.append(link) }
        }
        return (known.count, forms, refused)
    }
}

/// A form as a browser would send it when somebody presses its button.
private struct ShownForm: Hashable {
    let action: String
    let bringsFiles: Bool
    let names: [String]
    let values: [String]

    var fields: [(String, String)] { Array(zip(names, values)) }

    static func all(on page: String, at path: String) -> [ShownForm] {
        page.matches(of: #/(?s)<form([^>]*)>(.*?)</form>/#).compactMap { match in
            let head = String(match.output.1)
            guard head.contains(#"method="post""#), let action = attribute("action", of: head) else { return nil }
            let fields = fields(of: String(match.output.2))
            return ShownForm(
                action: action, bringsFiles: head.contains("multipart"), names: fields.map(\.0), values: fields.map(\.1))
        }
    }

    private static func fields(of form: String) -> [(String, String)] {
        var fields: [(String, String)] = []
        for match in form.matches(of: #/(?s)<input([^>]*)>/#) {
            let tag = String(match.output.1)
            guard let name = attribute("name", of: tag), !tag.contains(#"type="file""#) else { continue }
            let isBox = tag.contains(#"type="checkbox""#)
            if !isBox || tag.contains(" checked") { fields.append((name, attribute("value", of: tag) ?? "")) }
        }
        for match in form.matches(of: #/(?s)<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>/#) {
            fields.append((String(match.output.1), unescaped(String(match.output.2))))
        }
        for match in form.matches(of: #/(?s)<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>/#) {
            let options = String(match.output.2)
            let chosen = options.firstMatch(of: #/value="([^"]*)" selected/#) ?? options.firstMatch(of: #/value="([^"]*)"/#)
            fields.append((String(match.output.1), unescaped(String(chosen?.output.1 ?? ""))))
        }
        let button = form.firstMatch(of: #/<button[^>]*name="([^"]*)" value="([^"]*)"/#)
        if let button { fields.append((String(button.output.1), String(button.output.2))) }
        return fields
    }

    private static func attribute(_ name: String, of tag: String) -> String? {
        let parts = tag.components(separatedBy: " \(name)=\"")
        return parts.count < 2
            ? nil : parts[1].split(separator: "\"", maxSplits: 1, omittingEmptySubsequences: false).first.map { unescaped(String($0)) }
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&amp;", with: "&")
    }
}
