import Foundation
import Synchronization

@testable import Bench

/// The shop as the visitors know it, in a few lines: one wished-for product with few units, and a till.
final class SmallShop: Sendable {
    private struct State {
        var units: Int
        var carts: [String: [String]] = [:]
        var orders = 0
        var sales = 0
        var pages: [String: [@Sendable (String) -> Void]] = [:]
    }

    private let state: Mutex<State>

    init(units: Int) {
        state = Mutex(State(units: units))
    }

    var orders: Int { state.withLock(\.orders) }
    var sales: Int { state.withLock(\.sales) }
    var units: Int { state.withLock(\.units) }

    func answer(_ call: SmallServer.Call) -> SmallServer.Reply {
        switch (call.method, call.path.split(separator: "/").first.map(String.init) ?? "") {
        case ("GET", "products"): return .answer("200 OK", body: String(repeating: "page ", count: 1_000))
        case ("GET", let live) where live.hasPrefix("live?on=stock:"):
            let variant = String(live.dropFirst("live?on=stock:".count))
            return .stream { [self] send in
                send("retry: 2000\n\n")
                state.withLock { $0.pages[variant, default: []].append(send) }
            }
        case ("POST", "cart"): return add(call)
        case ("POST", "checkout"): return call.path.hasSuffix("/payment") ? pay(call) : checkOut(call)
        case ("POST", "till"): return sell(call)
        default: return .answer("404 Not Found")
        }
    }

    private func add(_ call: SmallServer.Call) -> SmallServer.Reply {
        let variant = call.body.split(separator: "&").first?.dropFirst("variant=".count) ?? ""
        let cart = call.cookies.isEmpty ? "cart=\(UUID())" : call.cookies
        state.withLock { $0.carts[cart, default: []].append(String(variant)) }
        return .answer("303 See Other", headers: ["Location: /cart", "Set-Cookie: \(cart); Path=/"])
    }

    private func checkOut(_ call: SmallServer.Call) -> SmallServer.Reply {
        let hasUnits = state.withLock { state -> Bool? in
            guard let lines = state.carts[call.cookies], lines.count == 3 else { return nil }
            let wished = lines.count { $0 == "var_wish" }
            guard state.units >= wished else { return false }
            state.units -= wished
            return true
        }
        guard let hasUnits else { return .answer("400 Bad Request") }
        let secret = call.cookies.replacing("cart=", with: "")
        return hasUnits ? .answer("303 See Other", headers: ["Location: /checkout/\(secret)"]) : .answer("409 Conflict")
    }

    private func pay(_ call: SmallServer.Call) -> SmallServer.Reply {
        guard call.body == "token=success_token" else { return .answer("402 Payment Required") }
        state.withLock { $0.orders += 1 }
        return .answer("303 See Other", headers: ["Location: /order/\(call.path.split(separator: "/")[1])"])
    }

    private func sell(_ call: SmallServer.Call) -> SmallServer.Reply {
        guard let variant = call.body.firstMatch(of: /"variant":"(\w+)"/)?.output.1 else { return .answer("400 Bad Request") }
        let pages = state.withLock { state in
            state.sales += 1
            return state.pages[String(variant)] ?? []
        }
        for page in pages {
            page("id: a.1.0\ndata: stock:\(variant)\ndata: 7\n\n")
            page("id: a.2.0\n\n")
            page("id: a.2.0\nevent: reset\ndata: reset\n\n")
        }
        return .answer("201 Created", body: "{}")
    }
}
