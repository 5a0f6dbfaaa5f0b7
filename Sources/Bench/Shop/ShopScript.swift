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
        if answer.status == 409 || answer.status == 422 { return .soldOut }
        return .broken("\(step): \(answer.status)")
    }

    func isOrder(_ location: String) -> Bool { location.hasPrefix("/order/") }

    // MARK: The till

    func signIn(email: String, password: String) -> [UInt8] {
        writer.post("/till/api/session", json: #"{"email":"\#(email)","password":"\#(password)"}"#)
    }

    /// One unit of one variant, paid in cash.
    /// - Parameter sale: the identifier that the device gives the sale.
    func sale(_ sale: String, of variant: String, at location: String, cookies: String) -> Request {
        let json = #"{"id":"\#(sale)","location":"\#(location)","lines":[{"variant":"\#(variant)","quantity":1}],"payment":"cash"}"#
        return Request(step: "till sale", bytes: writer.post("/till/api/sales", json: json, cookies: cookies))
    }
}
