import Feed
import Logging
import Orders

extension Shop {
    /// Does what is due by the shop's clock.
    public func fireTimers() async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        try await TimerRunner([.checkoutExpiry], on: database, world: world, logger: logger).fireDue()
    }
}
