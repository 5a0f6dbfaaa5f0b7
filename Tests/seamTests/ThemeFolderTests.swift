import AsyncHTTPClient
import Foundation
import TestKit
import TestShop
import Testing

@Suite("Themes in a folder")
struct ThemeFolderTests {
    private func put(_ text: String, at path: String, in folder: URL) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    @Test("one that cannot be read is left out, and the shop opens with the others")
    func broken() async throws {
        try await withFolder { path in
            let folder = URL(filePath: path)
            try put("{{#a}}", at: "themes/broken/Templates/Foot.mustache", in: folder)
            try put(":root { --radius: 0 }", at: "themes/linen/theme.css", in: folder)
            let server = try ServerProcess(in: folder, arguments: ["--themes", path + "/themes"])
            try await server.start()
            let answer = try await HTTPClient.shared.execute(
                HTTPClientRequest(url: server.address + "/assets/themes/linen/theme.css"), timeout: .seconds(30))
            #expect(answer.status == .ok)
            #expect(await server.stop() == 0)
            let log = try String(contentsOf: server.log, encoding: .utf8)
            #expect(log.contains("The theme in \(path)/themes/broken cannot be worn: the template Foot.mustache is malformed"))
        }
    }

    @Test("one that is to be worn and cannot be keeps the shop closed, and is named")
    func worn() async throws {
        try await withFolder { path in
            let folder = URL(filePath: path)
            try put("{{#a}}", at: "broken/Templates/Foot.mustache", in: folder)
            let server = try ServerProcess(in: folder, arguments: ["--theme", path + "/broken"])
            await #expect(throws: ServerFault.self) { try await server.start() }
            let log = try String(contentsOf: server.log, encoding: .utf8)
            #expect(log.contains("The theme in \(path)/broken cannot be worn"))
        }
    }

    @Test("a tag that nothing answers is named in the log, and the shop opens")
    func strange() async throws {
        try await withFolder { path in
            let folder = URL(filePath: path)
            try put("<footer>{{frame.name}}\n{{nothere}}</footer>", at: "linen/Templates/Foot.mustache", in: folder)
            let server = try ServerProcess(in: folder, arguments: ["--theme", path + "/linen"])
            try await server.start()
            #expect(await server.stop() == 0)
            let log = try String(contentsOf: server.log, encoding: .utf8)
            #expect(log.contains("The theme in \(path)/linen has tags that nothing answers"))
            #expect(log.contains("Foot.mustache:2 {{nothere}}") && !log.contains("{{frame.name}}"))
        }
    }

    @Test("what it says otherwise is said on every surface, or on one alone")
    func words() async throws {
        try await withFolder { path in
            let folder = URL(filePath: path)
            let password = "msgid \"Password\"\nmsgstr \"Open sesame\"\n"
            try put(password, at: "plain/Texts/en.po", in: folder)
            try put(password, at: "narrow/Texts/shop/en.po", in: folder)
            for (theme, isSaidInTheDesk) in [("plain", true), ("narrow", false)] {
                let home = folder.appending(path: "shop-" + theme)
                try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
                let server = try ServerProcess(in: home, arguments: ["--theme", path + "/" + theme])
                try await server.start()
                for (page, isSaid) in [("/sign-in", true), ("/desk/sign-in", isSaidInTheDesk)] {
                    let answer = try await HTTPClient.shared.execute(HTTPClientRequest(url: server.address + page), timeout: .seconds(30))
                    let text = String(buffer: try await answer.body.collect(upTo: 1 << 20))
                    #expect(answer.status == .ok)
                    #expect(text.contains("Open sesame") == isSaid, "\(theme) \(page)")
                }
                await server.stop()
            }
        }
    }
}
