import Essentials
import Foundation
import HummingbirdCore
import HummingbirdTLS

/// How a server listens, whom it believes, and what it puts up with.
public struct WebServerOptions: Sendable {
    public var host = "127.0.0.1"
    /// 0 takes any free port, which `WebServer` then tells.
    public var port = 8080
    /// Certificate chain and key in PEM; with them the server speaks TLS, with HTTP/2.
    public var certificate: CertificateFiles?
    /// Whose `X-Forwarded-…` fields are believed.
    public var trustedProxies = TrustedProxies.none
    /// Who may read `/metrics` beside this machine itself.
    public var watchers: [IPRange] = []
    /// Where pictures may come from beside this site (Content-Security-Policy).
    public var imageSources: [String] = []
    /// How surfaces show problems, by path.
    public var errorPages = ErrorPages()

    /// Bytes that one request may send.
    public var bodyLimit = 1024 * 1024
    /// How long a connection may be silent between requests, and a request's head may take.
    public var idleTimeout = Duration.seconds(30)
    /// How long a request's body may take in all.
    public var bodyTimeout = Duration.seconds(60)
    /// Where files are handed in: so many bytes for requests whose path begins so.
    public var uploads: [String: Int] = [:]
    /// How long such a body may take in all.
    public var uploadTimeout = Duration.minutes(15)
    /// How long a browser may take nothing of what is sent to it.
    public var writeTimeout = Duration.seconds(30)
    /// How many connections are held at once; more wait in the system's queue.
    public var maximumConnections = 20_000
    /// A request that takes longer is logged as a warning.
    public var slowRequest = Duration.seconds(1)

    public init() {}
}

/// Two files in PEM form, as certificate authorities hand them out.
public struct CertificateFiles: Sendable {
    let certificate: String
    let key: String

    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// - Throws: a `ServerFault` that says which of the files cannot be used.
    func configuration() throws -> TLSConfiguration {
        for path in [certificate, key] where !FileManager.default.isReadableFile(atPath: path) { throw ServerFault.noFile(path) }
        let chain: [NIOSSLCertificate]
        do {
            chain = try NIOSSLCertificate.fromPEMFile(certificate)
        } catch {
            throw ServerFault.certificate(certificate)
        }
        guard let privateKey = try? NIOSSLPrivateKey(file: key, format: .pem) else { throw ServerFault.key(key) }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(privateKey))
        configuration.minimumTLSVersion = .tlsv12
        // The TLS library holds the two together when it makes a channel, and then names neither.
        let channel = try? TLSChannel(HTTP1Channel(responder: { _, _, _ in }), tlsConfiguration: configuration)
        guard channel != nil else { throw ServerFault.mismatch(certificate: certificate, key: key) }
        return configuration
    }
}

/// Why a server cannot start.
public enum ServerFault: Error, Equatable, CustomStringConvertible {
    case noFile(String)
    case certificate(String)
    case key(String)
    case mismatch(certificate: String, key: String)

    public var description: String {
        switch self {
        case .noFile(let path): "there is no file \(path) that may be read"
        case .certificate(let path): "\(path) holds no certificate in PEM form"
        case .key(let path): "\(path) holds no private key in PEM form"
        case .mismatch(let certificate, let key):
            "the key in \(key) does not belong to the first certificate in \(certificate); the site's own comes first"
        }
    }
}
