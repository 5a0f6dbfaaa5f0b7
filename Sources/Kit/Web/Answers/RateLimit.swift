import Hummingbird

/// Limits how often one address may use the routes of a group: `group.add(middleware: RateLimit(limiter))`.
public struct RateLimit: RouterMiddleware {
    public typealias Context = SeamContext
    private let limiter: RateLimiter
    private let prefix: String

    /// - Parameter prefix: what these routes begin with beside others that share their allowance: `/fi`.
    public init(_ limiter: RateLimiter, below prefix: String = "") {
        self.limiter = limiter
        self.prefix = prefix
    }

    public func handle(
        _ request: Request, context: SeamContext, next: (Request, SeamContext) async throws -> Response
    ) async throws -> Response {
        let route = context.route
        let plain = route.hasPrefix(prefix + "/") ? String(route.dropFirst(prefix.count)) : route
        try limiter.take(RateKey(plain, from: context.client))
        return try await next(request, context)
    }
}
