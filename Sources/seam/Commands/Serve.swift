import ArgumentParser
import Database
import Essentials
import Foundation
import Logging
import NIOCore
import NIOPosix
import Secrets
import ServiceLifecycle
import Staff
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the web shop at /, the till at /till and the back office at /desk.")
    @OptionGroup var options: DatabaseOptions
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on.") var port = 8080
    @Option(help: "The certificate chain in PEM form: serves TLS with HTTP/2.") var tlsCert: String?
    @Option(help: "The certificate's key in PEM form.") var tlsKey: String?
    @Option(help: "An address or network whose X-Forwarded-… fields are believed; may be given again.") var trustedProxy: [String] = []
    @Option(help: "An address or network that may read /metrics, beside this machine itself; may be given again.") var metricsFrom:
        [String] = []
    @OptionGroup var place: ResourceOptions
    @Option(help: "The shop's currency, when the database is empty.") var currency = ShopFoundation.currency

    @Option(help: "A folder that dresses the web shop: theme.css, logo.svg, Templates (Docs/Design.md).") var theme: String?
    @Option(help: "A folder of such folders, which the back office shows the shop in before one is worn.") var themes: String?
    @Option(help: "Where the world finds the shop, https://shop.example: for search engines and feeds.") var site: String?

    @Flag(
        help: """
            Let PostgreSQL's processes that serve this one run on this one's processors alone: for several that share a machine \
            with the server and were given a part of its processors each (Docs/Scaling.md).
            """)
    var bindSessions = false
    @Flag(help: "Fill an empty database with the small demo shop first.") var demo = false
    @Flag(help: "Read templates and assets anew when they change.") var development = false
    @Option(help: "How much is logged: trace, debug, info, notice, warning, error.") var logLevel = "notice"

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("There is no port \(port): they end at 65535.") }
        for text in trustedProxy + metricsFrom { _ = try range(text) }
        guard !bindSessions || options.address.isServer else {
            throw ValidationError("--bind-sessions is for a database on a PostgreSQL server: a file has no processes of its own.")
        }
        guard (tlsCert == nil) == (tlsKey == nil) else { throw ValidationError("--tls-cert and --tls-key go together.") }
        guard Logger.Level(rawValue: logLevel) != nil else { throw ValidationError("There is no log level “\(logLevel)”.") }
        for folder in [theme, themes].compactMap(\.self) {
            var isFolder = ObjCBool(false)
            guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
                throw ValidationError("There is no folder “\(folder)”.")
            }
        }
        if let site {
            guard site.wholeMatch(of: /https?:\/\/[^\/?#\s]+\/?/) != nil else {
                throw ValidationError("“\(site)” is no address of a site, such as https://shop.example.")
            }
        }
        guard Currency(currency) != nil else { throw ValidationError("“\(currency)” is no currency of ISO 4217.") }
    }

    func run() async throws {
        // A node that was given a part of the processors would open as many event loops as for all.
        NIOSingletons.groupLoopCountSuggestion = min(System.coreCount, Processors.ownCount)
        let level = Logger.Level(rawValue: logLevel) ?? .notice
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        let resources = try place.find()
        try await explaining {
            try await withShop(options, for: .serving, bindsSessions: bindSessions) { database in
                let hasher = PasswordHasher(cost: .standard)
                if demo { try await openDemo(in: database, hasher: hasher, resources: resources) }
                if let currency = Currency(currency) {
                    _ = try await ShopFoundation.lay(in: database, currency: currency, world: .live)
                }
                let server = try await ShopServer(
                    database: database, world: .live, hasher: hasher, resources: resources, theme: theme, themes: themes,
                    site: site.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 } ?? "", rereads: development,
                    logger: Logger(label: "seam"))
                let isFounded = try await database.read { try StaffMember.isShopFounded(in: $0) }
                let code = isFounded ? nil : try await database.write { try FoundingCode.prepare(in: $0, world: .live) }
                Logger(label: "seam").notice("Seam \(Seam.version) starts.")
                try await listening(server) { port in
                    let scheme = tlsCert == nil ? "http" : "https"
                    let address = "\(scheme)://\(host == "0.0.0.0" ? "localhost" : host):\(port)"
                    say("Web shop     \(address)/\nTill         \(address)/till\nBack office  \(address)/desk\n")
                    if let code { say("Nobody owns this shop yet: set it up at \(address)/desk/set-up with the code \(code)\n") }
                }
            }
        }
    }

    /// - Throws: a sentence when the address cannot be listened on.
    private func listening(_ server: ShopServer, _ onceListening: @escaping @Sendable (Int) async -> Void) async throws {
        do {
            try await server.run(serverOptions(), onceListening: onceListening)
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw Explained(description: "Another program listens on port \(port) already: choose another one with --port.")
        } catch let error as IOError where error.errnoCode == EACCES {
            throw Explained(description: "Port \(port) is not for everybody: choose one above 1023 with --port, or allow it to this user.")
        } catch let error as IOError where error.errnoCode == EADDRNOTAVAIL {
            throw Explained(description: "\(host) is no address of this machine: choose another one with --host.")
        } catch is SocketAddressError.UnknownHost {
            throw Explained(description: "Nobody knows a machine named \(host): choose another address with --host.")
        } catch let fault as ServerFault {
            throw Explained(description: "\(fault).")
        }
    }

    /// The demo's data is read only for a shop that is to be filled.
    private func openDemo(in database: any Database, hasher: PasswordHasher, resources: Resources) async throws {
        guard try await database.read({ try DemoMark.find(in: $0) }) == nil else { return }
        let assortment = try DemoAssortment(from: DemoFolder(in: resources))
        if let filled = try await fillDemoShop(with: assortment, in: database, hasher: hasher, world: .live) { say(filled.welcome + "\n") }
    }

    /// At once, unlike `print`: somebody may be reading through a pipe.
    private func say(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    private func serverOptions() throws -> WebServerOptions {
        var options = WebServerOptions()
        options.host = host
        options.port = port
        if let tlsCert, let tlsKey { options.certificate = CertificateFiles(certificate: tlsCert, key: tlsKey) }
        options.trustedProxies = try TrustedProxies(trustedProxy.map(range))
        options.watchers = try metricsFrom.map(range)
        return options
    }

    private func range(_ text: String) throws -> IPRange {
        guard let range = IPRange(text) else { throw ValidationError("“\(text)” is no address and no network.") }
        return range
    }
}
