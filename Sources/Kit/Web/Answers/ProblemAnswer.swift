import Essentials
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Turns whatever was thrown into one clear answer; faults of ours go into the log under the id that the answer shows.
struct ProblemAnswer: Sendable {
    let pages: ErrorPages

    func answer(to error: any Error, request: Request, context: SeamContext) -> Response {
        let page = pages.page(for: request.uri.path)
        var context = context
        if let page { context.language = page.language(request, context) }
        let problem = problem(for: error, context: context).said(by: page?.texts() ?? Texts(), in: context.language)
        var response = response(for: problem, on: page, request: request, context: context)
        if let error = error as? HTTPError { response.headers.append(contentsOf: error.headers) }
        return response
    }

    private func problem(for error: any Error, context: SeamContext) -> Problem {
        switch error {
        case let refusal as any Refusal where refusal.kind != .fault:
            return Problem(refusal, requestID: context.requestID)
        case let error as any HTTPResponseError:
            return .http(error.status, requestID: context.requestID)
        case is CancellationError:
            return .http(.serviceUnavailable, requestID: context.requestID)
        case ChannelError.inputClosed, ChannelError.ioOnClosedChannel, ChannelError.eof:
            // Whoever asked has gone: nobody reads this, and nothing is wrong here.
            return .http(.badRequest, requestID: context.requestID)
        default:
            context.logger.error(
                "fault",
                metadata: [
                    "request": "\(context.requestID)", "route": "\(context.route)", "kind": "\(type(of: error))",
                    "fault": "\(error)",
                ])
            return .fault(requestID: context.requestID)
        }
    }

    private func response(for problem: Problem, on page: ErrorPage?, request: Request, context: SeamContext) -> Response {
        let wantsJSON = Self.wantsJSON(request)
        let body = wantsJSON ? json(problem) : html(problem, on: page, context: context)
        var response = Response(status: problem.status, body: ResponseBody(byteBuffer: body))
        response.headers[.contentType] = wantsJSON ? "application/problem+json" : "text/html; charset=utf-8"
        response.headers[.cacheControl] = "no-store"
        if let wait = problem.retryAfter {
            response.headers[.retryAfter] = String(max(1, Int((wait / .seconds(1)).rounded(.up))))
        }
        return response
    }

    private func html(_ problem: Problem, on page: ErrorPage?, context: SeamContext) -> ByteBuffer {
        guard let page else { return ErrorPages.plain(problem, language: context.language) }
        do {
            return try page.render(problem, context)
        } catch {
            context.logger.error("the error page failed", metadata: ["request": "\(context.requestID)", "fault": "\(error)"])
            return ErrorPages.plain(problem, language: context.language)
        }
    }

    private func json(_ problem: Problem) -> ByteBuffer {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(problem) else { return ByteBuffer(string: "{}") }
        return ByteBuffer(bytes: data)
    }

    /// Programs name JSON in `Accept`; browsers name HTML, and get a page even when they would take anything.
    static func wantsJSON(_ request: Request) -> Bool {
        guard let accept = request.headers[.accept]?.lowercased() else { return false }
        return accept.contains("json") && !accept.contains("text/html")
    }
}
