import Essentials
import Foundation
import HTTPTypes

/// Why a request got no effect, told to whoever asked: a sentence for people, a code for programs (RFC 9457).
public struct Problem: Sendable, Equatable {
    public let status: HTTPResponse.Status
    /// Stable and dotted: `stock.short`, `http.not_found`, `fault`.
    public let code: String
    /// The form field that it is about, when there is one.
    public let field: String?
    /// For people; no secret and no personal data.
    public let sentence: Sentence
    /// The id of the request, which the log also has.
    public let requestID: String
    /// When asking again makes sense.
    public let retryAfter: Duration?
    /// Each thing that is wrong, when there are several.
    public let parts: [Part]

    /// One of several things that are wrong.
    public struct Part: Sendable, Equatable, Encodable {
        public let code: String
        public let field: String?
        let sentence: Sentence
        public var detail: String { sentence.description }

        enum CodingKeys: String, CodingKey {
            case code, field, detail
        }

        public func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: CodingKeys.self)
            try members.encode(code, forKey: .code)
            try members.encodeIfPresent(field, forKey: .field)
            try members.encode(detail, forKey: .detail)
        }
    }

    /// The sentence in English, or as `said` put it.
    public var message: String { sentence.description }

    public init(
        status: HTTPResponse.Status, code: String, field: String? = nil, message: Sentence, requestID: String,
        retryAfter: Duration? = nil, parts: [Part] = []
    ) {
        self.status = status
        self.code = code
        self.field = field
        sentence = message
        self.requestID = requestID
        self.retryAfter = retryAfter
        self.parts = parts
    }

    /// What a slice refused.
    public init(_ refusal: any Refusal, requestID: String) {
        self.init(
            status: refusal.kind.status, code: refusal.code, field: refusal.field, message: refusal.sentence,
            requestID: requestID, retryAfter: (refusal as? any RefusalForNow)?.retryAfter,
            parts: refusal.parts.count > 1
                ? refusal.parts.map { Part(code: $0.code, field: $0.field, sentence: $0.sentence) } : [])
    }

    /// The same in a reader's language.
    func said(by texts: Texts, in language: String) -> Problem {
        func said(_ sentence: Sentence) -> Sentence { Sentence(verbatim: texts.say(sentence, in: language)) }
        return Problem(
            status: status, code: code, field: field, message: said(sentence), requestID: requestID, retryAfter: retryAfter,
            parts: parts.map { Part(code: $0.code, field: $0.field, sentence: said($0.sentence)) })
    }

    /// Our own fault: nothing of it is told but the id under which the log has it.
    public static func fault(requestID: String) -> Problem {
        Problem(
            status: .internalServerError, code: "fault",
            message: "Something went wrong on our side. Nothing was changed. The number of this fault is \(requestID).",
            requestID: requestID)
    }

    /// What HTTP itself refuses: no such page, too large, not understood.
    static func http(_ status: HTTPResponse.Status, requestID: String) -> Problem {
        Problem(status: status, code: httpCode(status.code), message: httpSentence(status.code), requestID: requestID)
    }

    private static func httpCode(_ status: Int) -> String {
        switch status {
        case 400: "http.malformed"
        case 401: "http.unauthenticated"
        case 403: "http.forbidden"
        case 404: "http.not_found"
        case 405: "http.method"
        case 408: "http.timeout"
        case 413: "http.too_large"
        case 415: "http.media_type"
        default: "http.\(status)"
        }
    }

    private static func httpSentence(_ status: Int) -> Sentence {
        switch status {
        case 400: "The request could not be understood."
        case 401: "Sign in first."
        case 403: "This is not allowed here."
        case 404: "There is no such page."
        case 405: "This cannot be done here."
        case 408: "The request took too long to arrive."
        case 413: "That is more than may be sent at once."
        case 415: "The request is in a form that is not understood here."
        default: "The request was refused."
        }
    }
}

/// A refusal that will not hold for long.
public protocol RefusalForNow: Refusal {
    var retryAfter: Duration { get }
}

extension RefusalKind {
    public var status: HTTPResponse.Status {
        switch self {
        case .invalid: .unprocessableContent
        case .notFound: .notFound
        case .conflict: .conflict
        case .unauthenticated: .unauthorized
        case .forbidden: .forbidden
        case .payment: HTTPResponse.Status(code: 402, reasonPhrase: "Payment Required")
        case .tooMany: .tooManyRequests
        case .unavailable: .serviceUnavailable
        case .fault: .internalServerError
        }
    }
}

extension Problem: Encodable {
    enum CodingKeys: String, CodingKey {
        case type, title, status, detail, instance, code, field, errors
    }

    /// The members of RFC 9457, `code` and `field` beside them, and `errors` when several things are wrong.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode("urn:seam:problem:" + code, forKey: .type)
        try members.encode(status.reasonPhrase, forKey: .title)
        try members.encode(status.code, forKey: .status)
        try members.encode(message, forKey: .detail)
        try members.encode("urn:seam:request:" + requestID, forKey: .instance)
        try members.encode(code, forKey: .code)
        try members.encodeIfPresent(field, forKey: .field)
        if !parts.isEmpty { try members.encode(parts, forKey: .errors) }
    }
}
