import AsyncHTTPClient
import Foundation
import Hummingbird
import TestKit
import Testing

@testable import Web

@Suite("over TLS")
struct TLSTests {
    private func files(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UInt64.random(in: 0 ... .max))").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try certificate.write(toFile: folder + "/certificate.pem", atomically: true, encoding: .utf8)
        try key.write(toFile: folder + "/key.pem", atomically: true, encoding: .utf8)
        try await body(folder)
    }

    @Test("two files give HTTP/2, secure cookies, and browsers that do not come back without")
    func secure() async throws {
        let hub = LiveHub(epoch: "e1", after: 0)
        try await files { folder in
            var options = WebServerOptions()
            options.certificate = CertificateFiles(certificate: folder + "/certificate.pem", key: folder + "/key.pem")
            try await withSite(options, live: hub) { router in
                hub.addRoute(to: router) { _, _ in true }
                router.get("/") { _, context in
                    var response = Response(status: .ok)
                    SecretCookie("session").set("abc", on: &response, context: context)
                    return response
                }
                router.post("/echo") { request, _ in try await request.form().typed("a") }
            } body: { site async throws in
                let answer = try await site.get("/")
                #expect(answer.version == "HTTP/2.0")
                #expect(answer["strict-transport-security"] == "max-age=63072000")
                #expect(answer["set-cookie"] == "__Host-session=abc; Path=/; HttpOnly; SameSite=Lax; Secure")
                let own = [("origin", "https://localhost:\(site.port)")]
                #expect(try await site.post("/echo", "a=b", own).body == "b")
                #expect(try await site.post("/echo", "a=b", [("origin", "https://evil.example")]).status == 403)

                let listener = Listener(site, "/live?on=a")
                try await eventually { listener.last != nil }
                hub.publish([LiveEvent(topic: "a", data: "1")], at: 1)
                try await eventually { listener.events == ["a 1"] }
                await site.group.triggerGracefulShutdown()
                try await eventually { listener.isGone && hub.listeners == 0 }
            }
        }
    }

    @Test("a file that is no certificate, or no key, is named")
    func faults() async throws {
        try await files { folder in
            var options = WebServerOptions()
            options.certificate = CertificateFiles(certificate: folder + "/none.pem", key: folder + "/key.pem")
            #expect(throws: ServerFault.noFile(folder + "/none.pem")) {
                try WebServer(options, logger: RecordedLog().logger) { _ in }
            }
            try "dear diary".write(toFile: folder + "/diary.pem", atomically: true, encoding: .utf8)
            options.certificate = CertificateFiles(certificate: folder + "/diary.pem", key: folder + "/key.pem")
            #expect(throws: ServerFault.certificate(folder + "/diary.pem")) {
                try WebServer(options, logger: RecordedLog().logger) { _ in }
            }
            options.certificate = CertificateFiles(certificate: folder + "/certificate.pem", key: folder + "/certificate.pem")
            #expect(throws: ServerFault.key(folder + "/certificate.pem")) {
                try WebServer(options, logger: RecordedLog().logger) { _ in }
            }
            try otherKey.write(toFile: folder + "/other.pem", atomically: true, encoding: .utf8)
            options.certificate = CertificateFiles(certificate: folder + "/certificate.pem", key: folder + "/other.pem")
            #expect(throws: ServerFault.mismatch(certificate: folder + "/certificate.pem", key: folder + "/other.pem")) {
                try WebServer(options, logger: RecordedLog().logger) { _ in }
            }
            let damaged = key.replacingOccurrences(of: "ojbw", with: "xxxx")
            try damaged.write(toFile: folder + "/damaged.pem", atomically: true, encoding: .utf8)
            options.certificate = CertificateFiles(certificate: folder + "/certificate.pem", key: folder + "/damaged.pem")
            #expect(throws: ServerFault.self) { try WebServer(options, logger: RecordedLog().logger) { _ in } }
        }
    }

    /// For localhost, good until 2126, and trusted by nobody.
    private let certificate = """
        -----BEGIN CERTIFICATE-----
        MIIBlDCCATugAwIBAgIUfnx6BxOqagg6Gs6jFfhsk35nT3kwCgYIKoZIzj0EAwIw
        FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjA1NTkxNVoYDzIxMjYxMDI5
        MDU1OTE1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
        PQMBBwNCAATslXFtzABYw+kRxShvZComMqGkJml+y5OLZLCydLBQz1bRrgn6Xfhv
        9fQTEQk2f1GH0MOolHL9OEHpwljwIS3Uo2kwZzAdBgNVHQ4EFgQU4AqzxxOtyvkn
        b20R1CN0+LZsDYAwHwYDVR0jBBgwFoAU4AqzxxOtyvknb20R1CN0+LZsDYAwDwYD
        VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
        RwAwRAIgOWWdHQJABEDVO3gDrgyMm+YPFX2BAMka6DWAYtIa8BACIFBUXOzvx6LL
        rTG0JegTy2Vp4mSU0wBRUylUvaOuPkem
        -----END CERTIFICATE-----
        """

    private let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQghrtR+nS9yLEruWpO
        ojbwugW6/i+UlLvCHGJH0ndTY2ShRANCAATslXFtzABYw+kRxShvZComMqGkJml+
        y5OLZLCydLBQz1bRrgn6Xfhv9fQTEQk2f1GH0MOolHL9OEHpwljwIS3U
        -----END PRIVATE KEY-----
        """

    /// Of no certificate.
    private let otherKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgsbswZCXiol/FPhCK
        LDC4+ScF9QKa2I0Hdou03RjhAWahRANCAATTGr9Xe3uvkzgknuws3aSGaATwgVVI
        pQ34PvdolAM3Q5l5/1gcJ1V3hy3JVFDJ2YyfhpyH95UMnHv3leM9X6rS
        -----END PRIVATE KEY-----
        """
}
