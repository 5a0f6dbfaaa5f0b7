import HTTPTypes
import Hummingbird
import Logging

/// One line for a request: never a path, a query, a cookie or a body, since each of them may hold a secret.
struct RequestLog: Sendable {
    /// Slower answers are worth a warning.
    let slow: Duration

    func write(request: Request, response: Response, context: SeamContext, took: Duration) {
        let level: Logger.Level =
            if response.status.code >= 500 { .error } else if took >= slow { .warning } else { .debug }
        guard context.logger.logLevel <= level else { return }
        context.logger.log(
            level: level, "request",
            metadata: [
                "request": "\(context.requestID)",
                "method": "\(request.method)",
                "route": "\(context.route)",
                "status": "\(response.status.code)",
                "microseconds": "\(took.wholeMicroseconds)",
            ])
    }
}

extension Duration {
    var wholeMicroseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }
}
