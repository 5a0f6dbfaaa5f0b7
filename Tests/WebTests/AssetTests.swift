import Foundation
import Hummingbird
import Testing

@testable import Web

@Suite("files")
struct AssetTests {
    private func withFolder(_ files: [String: String], _ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "assets-\(UInt64.random(in: 0 ... .max))/Public").path
        for (path, text) in files {
            let file = URL(filePath: folder + "/" + path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        defer { try? FileManager.default.removeItem(atPath: folder + "/..") }
        try await body(folder)
    }

    @Test("a file asked for by its version is kept for ever, otherwise asked about each time")
    func serving() async throws {
        try await withFolder(["css/base.css": "body{}", "images/lamp.svg": "<svg/>"]) { folder in
            let assets = try Assets(folder)
            let address = assets.address("css/base.css")
            #expect(address.hasPrefix("/assets/css/base.css?v="))
            try await withSite { router in
                assets.addRoutes(to: router)
            } body: { site async throws in
                let versioned = try await site.get(address)
                #expect(versioned.body == "body{}")
                #expect(versioned["content-type"] == "text/css; charset=utf-8")
                #expect(versioned["cache-control"] == "public, max-age=31536000, immutable")
                let plain = try await site.get("/assets/css/base.css")
                #expect(plain["cache-control"] == "public, no-cache")
                let tag = try #require(plain["etag"])
                #expect(try await site.get("/assets/css/base.css", [("if-none-match", tag)]).status == 304)
                #expect(try await site.get("/assets/css/base.css?v=old")["cache-control"] == "public, no-cache")
                #expect(try await site.get("/assets/images/lamp.svg")["content-type"] == "image/svg+xml; charset=utf-8")
            }
        }
    }

    @Test("a sheet that imports others is served whole, each of them once, and a part of a file keeps the file's version")
    func imports() async throws {
        let files = [
            "css/shop.css": """
            @import "/assets/css/base.css";
            @import "/assets/css/tokens.css";
            @import "/assets/css/gone.css";
            p{background:url("/assets/images/icons.svg#cart")}
            """,
            "css/base.css": "@import \"/assets/css/tokens.css\";\nbody{}", "css/tokens.css": "@import \"/assets/css/shop.css\";\n:root{}",
            "images/icons.svg": "<svg/>",
        ]
        try await withFolder(files) { folder in
            let assets = try Assets(folder)
            let icons = assets.address("images/icons.svg")
            #expect(assets.versioned("href=\"/assets/images/icons.svg#cart\"") == "href=\"\(icons)#cart\"")
            try await withSite { router in
                assets.addRoutes(to: router)
            } body: { site async throws in
                let sheet = try await site.get("/assets/css/shop.css").body
                let lines = sheet.split(separator: "\n").map(String.init)
                #expect(lines == [":root{}", "body{}", "@import \"/assets/css/gone.css\";", "p{background:url(\"\(icons)#cart\")}"])
            }
        }
    }

    @Test("a rendered page names files of ours with their versions, each of a set of pictures, and nothing else")
    func addresses() async throws {
        try await withFolder(["a-400.webp": "small", "a-800.webp": "large"]) { folder in
            let assets = try Assets(folder)
            let (small, large) = (assets.address("a-400.webp"), assets.address("a-800.webp"))
            let page = """
                <a href="/assets/a-800.webp#top"><img src="/assets/a-800.webp" srcset="/assets/a-400.webp 400w, /assets/a-800.webp 800w"></a>
                <img src="/assets/gone.webp"> <img src="\(small)"> https://shop.example/assets/a-800.webp “/assets/a-800.webp”
                """
            let addressed = """
                <a href="\(large)#top"><img src="\(large)" srcset="\(small) 400w, \(large) 800w"></a>
                <img src="/assets/gone.webp"> <img src="\(small)"> https://shop.example/assets/a-800.webp “/assets/a-800.webp”
                """
            #expect(assets.addressed(page) == addressed)
            #expect(assets.addressed(addressed) == addressed)
            let field = #"<input name="url" value="/assets/a-800.webp"> <a data-value="/assets/gone.webp">"#
            #expect(assets.addressed(field) == field)
            #expect(assets.addressed("") == "" && assets.addressed("\"/assets/") == "\"/assets/")
        }
    }

    @Test(
        "no path leads out of the folder",
        arguments: [
            "/assets/../secret", "/assets/%2e%2e/secret", "/assets/..%2fsecret", "/assets//etc/passwd", "/assets/css/../../secret",
            "/assets/.hidden", "/assets/", "/assets/css", "/assets/css/base.css%00", "/assets/css/base.css/",
        ])
    func traversal(path: String) async throws {
        try await withFolder(["css/base.css": "body{}", ".hidden": "no", "../secret": "no"]) { folder in
            let assets = try Assets(folder)
            try await withSite { router in
                assets.addRoutes(to: router)
            } body: { site async throws in
                let answer = try await RawClient.exchange(
                    port: site.port, "GET \(path) HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
                #expect(answer.hasPrefix("HTTP/1.1 404") || (path.hasSuffix("/") && answer.hasPrefix("HTTP/1.1 200")))
                #expect(!answer.hasSuffix("no"))
            }
        }
    }

    @Test("a path of a file in a template or a module becomes its versioned address")
    func versioned() async throws {
        let files = ["js/a.js": "import \"/assets/js/b.js\"", "js/b.js": "import \"/assets/js/a.js\"", "x.png": "png"]
        try await withFolder(files) { folder in
            let assets = try Assets(folder)
            let a = assets.address("js/a.js")
            #expect(
                assets.versioned("<script src=\"/assets/js/a.js\" defer><a href=\"/assets/none.js\"><a href='/assets/x.png'>")
                    == "<script src=\"\(a)\" defer><a href=\"/assets/none.js\"><a href='/assets/x.png'>")
            try await withSite { router in
                assets.addRoutes(to: router)
            } body: { site async throws in
                #expect(try await site.get(a).body == "import \"\(assets.address("js/b.js"))\"")
            }
        }
    }

    @Test("the folders beside the program are found from wherever it was built")
    func finding() async throws {
        try await withFolder(["css/base.css": ""]) { folder in
            let program = folder + "/../build/debug/seam"
            #expect(
                ResourceFolder.find("Public", from: program).map { URL(filePath: $0).standardized.path }
                    == URL(filePath: folder).standardized.path)
            #expect(ResourceFolder.find("NoSuchFolderAnywhere", from: program) == nil)
        }
        #expect(throws: AssetFault.noFolder("/nowhere")) { try Assets("/nowhere") }
    }
}
