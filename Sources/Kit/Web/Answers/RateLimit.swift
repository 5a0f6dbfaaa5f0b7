import Hummingbird

/// Limits how often one address may use the routes of a group: `group.add(middleware: RateLimit(limiter))`.
public struct RateLimit: RouterMiddleware {
    public typealias Context = SeamContext
    private let limiter: RateLimiter

    public init(_ limiter: RateLimiter) {
        self.limiter = limiter
    }

    public func handle(
        _ request: Request, context: SeamContext, next: (Request, SeamContext) async throws -> Response
    ) async throws -> Response {
        try limiter.take(RateKey(context.route, from: context.client))
        return try await next(request, context)
    }
}
