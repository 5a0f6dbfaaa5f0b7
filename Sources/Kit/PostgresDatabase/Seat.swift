import Database
import Essentials
import Foundation

/// One thread's place at the server: its connection, opened when it is first wanted and again when it was lost.
final class Seat {
    private let address: PostgresAddress
    private let options: PostgresDatabase.Options
    private let manners: PostgresLink.Manners
    private let outage: Outage
    private var open: PostgresConnection?

    /// - Parameter knowsItsStatements: whether it runs the same few statements again and again, each of which has one good plan.
    init(_ address: PostgresAddress, options: PostgresDatabase.Options, outage: Outage, knowsItsStatements: Bool) {
        self.address = address
        self.options = options
        self.outage = outage
        manners = options.manners(plansOnce: knowsItsStatements)
    }

    func connection() throws -> PostgresConnection {
        if let open, !open.link.isLost { return open }
        open = nil
        let opened = try PostgresConnection(link(), plansLast: options.plansLast, trace: options.trace)
        open = opened
        return opened
    }

    private func link() throws -> PostgresLink {
        var manners = manners
        // Of a server that is known to be away nobody waits for a sign as long as of one that may be slow.
        if outage.since != nil { manners.connectTimeout = min(manners.connectTimeout, .seconds(1)) }
        do {
            let link = try PostgresLink.open(address, manners: manners)
            outage.ends()
            return link
        } catch DatabaseFault.noServer(let name) {
            outage.begins()
            throw DatabaseFault.noServer(name)
        }
    }

    func close() {
        open = nil
    }

    /// Runs `body`, and again when others were in the way or the connection was lost, with growing and uneven pauses, so that those
    /// who met do not meet again and a server that starts is not overrun.
    ///
    /// While no server answers it gives up some time after the work was asked for, or after the server went away: whoever comes
    /// later hears of that at once.
    func persistently<T>(since asked: ContinuousClock.Instant, _ body: (PostgresConnection) throws -> T) throws -> T {
        let began = ContinuousClock.now
        var attempt = 0
        while true {
            do {
                return try body(try connection())
            } catch {
                attempt += 1
                let deadline = (outage.since.map { min(asked, $0) } ?? began) + options.persistence
                guard ContinuousClock.now < deadline, let pause = pause(after: error, attempt) else { throw error }
                Thread.sleep(forTimeInterval: Double.random(in: 0.5...1) * pause)
            }
        }
    }

    /// The longest pause, in seconds, before something is tried again that may go well then; `nil` for what will not.
    private func pause(after error: any Error, _ attempt: Int) -> Double? {
        func growing(from first: Double, to last: Double) -> Double { min(last, first * Double(1 << min(attempt, 16))) }
        switch open?.link.trouble {
        case .some(.none), nil:
            if case DatabaseFault.noServer = error { return growing(from: 0.02, to: 1) }
            return nil
        case .lost:
            if case DatabaseFault.outcomeUnknown = error { return nil }
            return growing(from: 0.02, to: 1)
        case .conflict: return attempt < Self.attempts ? growing(from: 0.002, to: 0.2) : nil
        case .forgotten:
            open?.forgetStatements()
            return attempt < Self.attempts ? growing(from: 0.002, to: 0.2) : nil
        }
    }

    /// How often something is tried that others are in the way of.
    private static let attempts = 10
}
