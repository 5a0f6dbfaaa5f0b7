import Foundation
import Secrets
import Staff
import TestKit
import TestShop
import Testing

@testable import seam

@Suite("What an operator is told when a command cannot do what it was asked")
struct OperatorTests {
    @Test("which Seam it is")
    func version() async throws {
        let told = try await seam("--version")
        #expect(told.status == 0)
        #expect(told.output == Seam.version + "\n")
    }

    @Test("a port that there is not, and a machine that nobody knows")
    func addresses() async throws {
        try await withFolder { folder in
            for port in ["99999", "-1", "65536"] {
                let refused = try await seam("serve", "--port=\(port)", "--database", folder + "/shop.db")
                #expect(refused.status != 0)
                #expect(refused.output.contains("There is no port \(port): they end at 65535."), "\(refused.output)")
            }
            #expect(!FileManager.default.fileExists(atPath: folder + "/shop.db"))
            let nobody = try await seam("serve", "--host", "nohost.invalid", "--port", "0", "--database", folder + "/shop.db")
            #expect(nobody.status == 1)
            #expect(nobody.output.contains("Nobody knows a machine named nohost.invalid: choose another address with --host."))
            #expect(!nobody.output.contains("SocketAddressError"), "\(nobody.output)")
            #expect(nobody.output.contains("Seam \(Seam.version) starts."), "\(nobody.output)")

            let network = try await seam("serve", "--metrics-from", "10.0.0/8", "--database", folder + "/shop.db")
            #expect(network.output.contains("“10.0.0/8” is no address and no network."))
        }
    }

    @Test("a database that may not be written is named, is left as it was, and opens once it may", .enabled(if: Stranger.canRun))
    func readOnly() async throws {
        try await withFolder { folder in
            let path = folder + "/shop.db"
            await (try ShopAddress(text: path).open()).close()
            try Stranger.give(folder, holding: ["shop.db", "shop.db-lock"])
            try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
            let left = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            for command in [["serve", "--port", "0"], ["doctor"], ["demo"], ["import", "stock", "none.csv"]] {
                let refused = try await Stranger.seam(command + ["--database", path])
                #expect(refused.status == 1)
                #expect(refused.output.contains("\(path) or its folder may not be written."), "\(command): \(refused.output)")
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == left, "\(command)")
            }
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
            let sound = try await Stranger.seam(["doctor", "--database", path])
            #expect(sound.output.contains("Everything adds up."), "\(sound.output)")
        }
    }

    @Test("somebody who lost their password gets a new one, and it is the only one that opens", arguments: TestDatabase.all)
    func password(on engine: TestDatabase) async throws {
        try await withShopToType(on: engine) { shop, address, _ in
            let hasher = PasswordHasher(cost: .worthless)
            var draft = StaffDraft(name: "Ada", email: "Ada@example.com", grants: [Grant(role: .owner, location: nil)])
            draft.password = try await hasher.hash(password: "a horse of course", world: shop.world)
            let (complete, world) = (draft, shop.world)
            _ = try await shop.write { try foundShop(complete, in: $0, world: world) }
            let stranger = try await seam("password", "bob@example.com", "--database", address)
            #expect(stranger.status == 1)
            #expect(stranger.output.contains("Nobody who works here signs in with “bob@example.com”."), "\(stranger.output)")

            let told = try await seam("password", "ada@example.com", "--database", address)
            #expect(told.status == 0)
            let new = try #require(told.output.firstMatch(of: /\n {4}([2-9a-z]{4}(?:-[2-9a-z]{4}){4})\n/)?.output.1, "\(told.output)")
            func opens(_ password: String) async throws -> Bool {
                do {
                    _ = try await signIn(name: "ada@example.com", password: password, on: shop.database, hasher: hasher, world: world)
                    return true
                } catch StaffRefusal.wrongSignIn {
                    return false
                }
            }
            #expect(try await opens(String(new)))
            #expect(try await !opens("a horse of course"))
        }
    }

    private func seam(_ arguments: String...) async throws -> (status: Int32, output: String) {
        try await ChildProcess.run(ProjectFolder.command.path, arguments)
    }
}

/// Somebody whom permissions bind: the root that tests run as in a container may write everything.
private enum Stranger {
    private static let number = 65_534
    private static let isRoot = geteuid() == 0

    /// Whether the command can be run by somebody else from where it was built.
    static let canRun: Bool = {
        guard isRoot else { return true }
        let probe = Process()
        probe.executableURL = URL(filePath: "/usr/bin/env")
        probe.arguments = wrapper + [ProjectFolder.command.path, "--version"]
        probe.standardOutput = FileHandle.nullDevice
        probe.standardError = FileHandle.nullDevice
        guard (try? probe.run()) != nil else { return false }
        probe.waitUntilExit()
        return probe.terminationStatus == 0
    }()

    private static var wrapper: [String] {
        isRoot ? ["setpriv", "--reuid=\(number)", "--regid=\(number)", "--clear-groups"] : []
    }

    static func give(_ folder: String, holding files: [String]) throws {
        guard isRoot else { return }
        for path in [folder] + files.map({ folder + "/" + $0 }) where chown(path, uid_t(number), gid_t(number)) != 0 {
            throw CocoaError(.fileWriteNoPermission)
        }
    }

    static func seam(_ arguments: [String]) async throws -> (status: Int32, output: String) {
        let command = wrapper + [ProjectFolder.command.path] + arguments
        return try await ChildProcess.run(command[0], Array(command.dropFirst()))
    }
}
