import ArgumentParser
import Database
import Essentials
import Foundation
import Logging
import Secrets
import ServiceLifecycle

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fill an empty database with a small shop to try things in, start it again, or let people buy in it.")
    @OptionGroup var options: DatabaseOptions
    @OptionGroup var place: ResourceOptions
    @Flag(help: "Start the demo shop again: what was done in it since is gone. Any other shop is left as it is.") var reset = false
    @Flag(help: "Do not ask before starting again.") var yes = false
    @Flag(help: "Let shoppers and tills buy in the demo shop until Ctrl-C, beside a running server.") var live = false
    @Option(help: "How many people come in a minute with --live.") var rate = 20.0

    func validate() throws {
        guard !(reset && live) else { throw ValidationError("--reset and --live are two things: do one after the other.") }
        guard rate > 0, rate <= 6_000 else { throw ValidationError("--rate is a number between 0 and 6000.") }
    }

    func run() async throws {
        try await explaining {
            let assortment = try DemoAssortment(from: DemoFolder(in: place.find()))
            if reset {
                try await startAgain(with: assortment)
            } else if live {
                try await letLive(assortment)
            } else {
                try await fill(with: assortment)
            }
        }
    }

    private func fill(with assortment: DemoAssortment) async throws {
        try await withShop(options) { database in
            let hasher = PasswordHasher(cost: .standard)
            guard let demo = try await fillDemoShop(with: assortment, in: database, hasher: hasher, world: .live) else {
                throw ValidationError("The database holds a shop already; nothing was changed.")
            }
            say(demo.welcome)
        }
    }

    private func startAgain(with assortment: DemoAssortment) async throws {
        let address = options.address
        let traces = try await DemoTraces.find(at: address)
        if !yes {
            say(
                "\(address) holds the demo shop with \(traces.products) products and \(traces.orders) orders. Start it again? [y/N] ",
                end: "")
            guard ["y", "yes"].contains(readLine()?.trimmed.lowercased()) else { return say("Nothing was changed.") }
        }
        let shop = try await resetDemoShop(at: address, with: assortment, hasher: PasswordHasher(cost: .standard), world: .live)
        if let shop { say(shop.welcome) }
    }

    private func letLive(_ assortment: DemoAssortment) async throws {
        try await withShop(options) { database in
            let life = try await DemoLife(of: assortment, in: database, world: .live) { say($0) }
            let street = DemoStreet(of: assortment, by: .secure)
            let rate = rate
            say("People are coming, about \(rate.formatted()) a minute. Ctrl-C ends it.")
            let group = ServiceGroup(
                configuration: ServiceGroupConfiguration(
                    services: [.init(service: Living { await life.run(perMinute: rate, on: street) })],
                    gracefulShutdownSignals: [.sigterm, .sigint], logger: Logger(label: "seam") { _ in SwiftLogNoOpLogHandler() }))
            try await group.run()
        }
    }
}

/// At once, unlike `print`: somebody may be reading through a pipe.
private func say(_ text: String, end: String = "\n") {
    FileHandle.standardOutput.write(Data((text + end).utf8))
}

/// Goes on until the command is asked to end.
private struct Living: Service {
    let live: @Sendable () async -> Void

    init(_ live: @escaping @Sendable () async -> Void) {
        self.live = live
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { await live() }
    }
}
