import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1

/// What every request passes on its way in, and every answer on its way out: one step, so that a page that is kept
/// ready costs little more than an empty answer.
struct FrontDoor: RouterMiddleware {
    typealias Context = SeamContext

    let arrivals: Arrivals
    let headers: SecurityHeaders
    let problems: ProblemAnswer
    let meter: RequestMeter
    let log: RequestLog
    let limits: BodyLimits

    func handle(
        _ request: Request, context: SeamContext, next: (Request, SeamContext) async throws -> Response
    ) async throws -> Response {
        let began = ContinuousClock.now
        var context = context
        arrivals.admit(request, into: &context)

        var response: Response
        do {
            try refuseTooLarge(request)
            try CrossSiteCheck.verify(request, context: context)
            response = try await next(request, context)
        } catch let error as HTTPParserError {
            // The connection itself is in disorder: the server answers 400 and closes it.
            throw error
        } catch {
            response = problems.answer(to: error, request: request, context: context)
        }

        // A page that says so itself, too: what is full, locked or going down may be back soon.
        if response.status == .serviceUnavailable, response.headers[.retryAfter] == nil { response.headers[.retryAfter] = "30" }
        headers.add(to: &response, context: context)
        let took = began.duration(to: .now)
        meter.record(route: context.route, method: request.method, status: response.status, took: took)
        log.write(request: request, response: response, context: context, took: took)
        return response
    }

    /// Refuses a body by its announced length, before a byte of it is read; `ConnectionGuard` counts the others.
    private func refuseTooLarge(_ request: Request) throws {
        guard let announced = request.headers[.contentLength].flatMap({ Int($0) }), announced > limits.allowed(at: request.uri.path).bytes
        else { return }
        throw HTTPError(.contentTooLarge)
    }
}
