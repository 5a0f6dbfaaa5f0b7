import Foundation
import TestKit
import TestShop
import Testing

@Suite("What the README says, typed by a newcomer")
struct ReadmeRunTests {
    private static let files = [
        "stores.csv": """
        id,name,address,city,region,postal_code,country,latitude,longitude
        1,Mall of America,340 W Market,Bloomington,MN,55425,US,44.85466,-93.24565

        """,
        "products.csv": "Handle,Title,Variant SKU,Variant Price\nlamp,Lamp,L-1,49.90\n",
        "stock.csv": "SKU,Location,Quantity\nL-1,1,12\n",
    ]

    @Test("brings their own data in, one command for each file")
    func imports() async throws {
        try await withCopy { folder, _ in
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/.build/release/seam", withDestinationPath: ProjectFolder.command.path)
            for (name, text) in Self.files { try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8) }
            let readme = try String(contentsOf: ProjectFolder.root.appending(path: "README.md"), encoding: .utf8)
            let commands = DocumentedCommand.all(in: readme, of: "README.md").filter { $0.verbs.first == "import" }
            #expect(commands.count == 3)
            for command in commands {
                let typed = try await type(command.line, in: folder)
                #expect(typed.status == 0, "\(command): \(typed.output)")
                #expect(typed.output.contains("1 rows read: 1 created, 0 updated, 0 unchanged, 0 refused."), "\(typed.output)")
            }
            #expect(FileManager.default.fileExists(atPath: folder + "/var/shop.db"))
            let sound = try await type("bin/seam doctor", in: folder)
            #expect(sound.output.contains("Everything adds up."), "\(sound.output)")
        }
    }

    @Test("works from another folder, on the files and the database of that folder")
    func elsewhere() async throws {
        try await withCopy { folder, _ in
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/.build/release/seam", withDestinationPath: ProjectFolder.command.path)
            try FileManager.default.createDirectory(atPath: folder + "/elsewhere", withIntermediateDirectories: true)
            try Self.files["products.csv"]?.write(toFile: folder + "/elsewhere/mine.csv", atomically: true, encoding: .utf8)
            let typed = try await type("../bin/seam import products mine.csv --database mine.db", in: folder + "/elsewhere")
            #expect(typed.status == 0, "\(typed.output)")
            #expect(FileManager.default.fileExists(atPath: folder + "/elsewhere/mine.db"))
            #expect(try await type("../bin/seam doctor --limit 0", in: folder + "/elsewhere").status != 0)
        }
    }

    @Test("builds what was never built, says so, and hides none of it in the command's own answer")
    func building() async throws {
        try await withCopy { folder, path in
            let swift =
                "#!/bin/sh\nmkdir -p .build/release\nprintf '#!/bin/sh\\necho \"ran $*\"\\n' >.build/release/seam\nchmod +x .build/release/seam\necho \"swift $*\"\n"
            try script(swift, at: path + "/swift")
            try script("#!/bin/sh\necho \"setup $*\"\n", at: folder + "/bin/setup")
            try FileManager.default.removeItem(atPath: folder + "/.build")
            let first = try await type("bin/seam import stock 'a b.csv' 2>said.txt", in: folder, path: path)
            #expect(first.output == "ran import stock a b.csv\n")
            let said = try String(contentsOfFile: folder + "/said.txt", encoding: .utf8)
            #expect(said.contains("seam: building Seam for release"), "\(said)")
            #expect(said.contains("setup --for serve\nswift build --configuration release --product seam\n"), "\(said)")
            let second = try await type("bin/seam --help", in: folder, path: path)
            #expect(second.output == "ran --help\n")
        }
    }

    /// A folder with `bin/seam` and nothing built, and another for programs that are found first.
    private func withCopy(_ body: (_ folder: String, _ path: String) async throws -> Void) async throws {
        try await withFolder { folder in
            for name in ["bin", "path", ".build/release"] {
                try FileManager.default.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
            }
            try FileManager.default.copyItem(
                at: ProjectFolder.root.appending(path: "bin/seam"), to: URL(filePath: folder + "/bin/seam"))
            try await body(folder, folder + "/path")
        }
    }

    private func script(_ text: String, at path: String) throws {
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }

    private func type(_ line: String, in folder: String, path: String? = nil) async throws -> (status: Int32, output: String) {
        let known = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let found = path.map { $0 + ":" + known } ?? known
        let child = try ChildProcess(
            "bash", ["-c", line], environment: ["PATH": found], in: URL(filePath: folder),
            log: URL(filePath: folder + "/typed-\(UInt64.random(in: 0 ... .max)).txt"))
        let status = await child.status
        return (status, child.output)
    }
}
