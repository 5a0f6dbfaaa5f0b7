/// What of an HTTP answer a visitor looks at.
struct Answer: Sendable {
    var status = 0
    var location: String?
    /// `name=value` of each cookie that the answer sets.
    var cookies: [String] = []
    /// Empty unless the request kept or streamed it.
    var body: [UInt8] = []
    var bodyLength = 0
    /// Whether the server closes the connection after it.
    var closes = false

    var text: String { String(decoding: body, as: UTF8.self) }
}
