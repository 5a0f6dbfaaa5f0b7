import Database
import Essentials
import Foundation

/// One thread's place at the server: its connection, opened when it is first wanted and again when it was lost.
final class Seat {
    private let address: PostgresAddress
    private let options: PostgresDatabase.Options
    private let manners: PostgresLink.Manners
    private var open: PostgresConnection?

    /// - Parameter knowsItsStatements: whether it runs the same few statements again and again, each of which has one good plan.
    init(_ address: PostgresAddress, options: PostgresDatabase.Options, knowsItsStatements: Bool) {
        self.address = address
        self.options = options
        manners = options.manners(plansOnce: knowsItsStatements)
    }

    func connection() throws -> PostgresConnection {
        if let open, !open.link.isLost { return open }
        open = nil
        let opened = try PostgresConnection(
            PostgresLink.open(address, manners: manners), plansLast: options.plansLast, trace: options.trace)
        open = opened
        return opened
    }

    func close() {
        open = nil
    }

    /// Runs `body`, and again when others were in the way or the connection was lost: a few times, with growing and uneven
    /// pauses, so that those who met do not meet again.
    func persistently<T>(_ body: (PostgresConnection) throws -> T) throws -> T {
        let deadline = ContinuousClock.now + options.persistence
        var attempt = 0
        while true {
            do {
                return try body(try connection())
            } catch {
                attempt += 1
                guard attempt < Self.attempts, ContinuousClock.now < deadline, mayPass(error) else { throw error }
                Thread.sleep(forTimeInterval: Double.random(in: 0.5...1) * min(0.2, 0.002 * Double(1 << attempt)))
            }
        }
    }

    private func mayPass(_ error: any Error) -> Bool {
        switch open?.link.trouble {
        case .some(.none), nil:
            if case DatabaseFault.noServer = error { return true }
            return false
        case .conflict, .lost:
            if case DatabaseFault.outcomeUnknown = error { return false }
            return true
        case .forgotten:
            open?.forgetStatements()
            return true
        }
    }

    private static let attempts = 10
}
