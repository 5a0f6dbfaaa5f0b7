import Foundation

/// The shop's and the till's own requests, and what their answers mean. All that the bench knows of Seam's pages is here.
struct ShopScript: Sendable {
    let writer: RequestWriter

    // MARK: Pages

    func page(of product: String) -> Request {
        Request(step: "product page", bytes: writer.get("/products/\(product)"))
    }

    /// Page 1 is the first.
    func page(_ number: Int, of collection: String) -> Request {
        let path = "/collections/\(collection)" + (number > 1 ? "?page=\(number)" : "")
        return Request(step: "collection page", bytes: writer.get(path))
    }

    /// The stream that an open product page listens to.
    func live(_ variant: String) -> Request {
        let bytes = writer.get("/live?on=stock:\(variant)", accept: "text/event-stream")
        return Request(step: "open live page", bytes: bytes, streams: true)
    }

    // MARK: A checkout: five form posts

    func add(_ variant: String, cookies: String) -> Request {
        Request(step: "add to cart", bytes: writer.post("/cart/lines", form: "variant=\(variant)&quantity=1", cookies: cookies))
    }

    func address(buyer: Int, cookies: String) -> Request {
        let form =
            "email=buyer\(buyer)%40example.com&name=Robin+Buyer&line1=7009+Flying+Cloud+Dr&line2=&city=Eden+Prairie"
            + "&region=MN&postal_code=55344&country=US"
        return Request(step: "address", bytes: writer.post("/checkout", form: form, cookies: cookies))
    }

    /// - Parameter checkout: where the answer to the address led to.
    func payment(of checkout: String, cookies: String) -> Request {
        Request(step: "payment, order", bytes: writer.post(checkout + "/payment", form: "token=success_token", cookies: cookies))
    }

    /// How a step of a checkout went.
    enum Outcome {
        case onward(to: String)
        case soldOut
        case broken(String)
    }

    func outcome(of answer: Answer, to step: String) -> Outcome {
        if answer.status == 303, let location = answer.location { return .onward(to: location) }
        if answer.status == 409 { return .soldOut }
        return .broken("\(step): \(answer.status)")
    }

    func isOrder(_ location: String) -> Bool { location.hasPrefix("/order/") }

    // MARK: The till

    /// What makes a browser a till and lets a clerk in, in order; each step wants the cookies of those before it.
    func openTill(_ till: PreparedShop.Till) -> [(_ cookies: String) -> [UInt8]] {
        let person = "email=\(formText(till.email))&password=\(formText(till.password))"
        return [
            { writer.post("/till/register/sign-in", form: person, cookies: $0) },
            { writer.post("/till/register", form: "location=\(till.location)&name=Bench", cookies: $0) },
            { writer.post("/till/sign-in/password", form: person, cookies: $0) },
        ]
    }

    /// One unit of one variant, for a dollar in cash: the price is the till's own affair.
    /// - Parameters:
    ///   - sale, staff: identifiers that the device gives.
    ///   - at: when it was rung up, RFC 3339.
    func sale(_ sale: String, by staff: String, of variant: String, at: String, cookies: String) -> Request {
        let json =
            #"{"id":"\#(sale)","staff":"\#(staff)","currency":"USD","lines":[{"variant":"\#(variant)","quantity":1,"unitPrice":100}],"#
            + #""cash":100,"at":"\#(at)"}"#
        return Request(step: "till sale", bytes: writer.post("/till/sales", json: json, cookies: cookies))
    }
}

/// As a form carries it (WHATWG URL, 5.2).
private func formText(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
}
