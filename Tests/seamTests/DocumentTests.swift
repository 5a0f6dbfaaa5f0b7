import Foundation
import TestShop
import Testing

@Suite("What the documents tell people to type")
struct DocumentTests {
    private static let documents = ["README.md", "CONTRIBUTING.md", "Docs/Handbook.md", "Docs/Scaling.md"]

    @Test("is found in the blocks that are marked as commands")
    func reading() {
        let text = """
            # Title
            ```sh
            bin/test --crashes 500   # more crashes
            SEAM_CRASH_SEED=7 seam import products FILE.csv --database=shop.db
            ```
            ```
            no command
            ```
            """
        let commands = DocumentedCommand.all(in: text, of: "A.md")
        #expect(commands.map(\.line) == ["bin/test --crashes 500", "SEAM_CRASH_SEED=7 seam import products FILE.csv --database=shop.db"])
        #expect(commands.map(\.program) == ["bin/test", "seam"])
        #expect(commands.map(\.verbs) == [[], ["import", "products"]])
        #expect(commands.map(\.options) == [["--crashes"], ["--database"]])
    }

    @Test("is there to be typed, with every option", arguments: documents)
    func commands(document: String) async throws {
        let text = try String(contentsOf: ProjectFolder.root.appending(path: document), encoding: .utf8)
        for command in DocumentedCommand.all(in: text, of: document) {
            let help = try await self.help(on: command)
            for option in command.options { #expect(help.contains(option), "\(command)") }
        }
    }

    /// What the command says about itself; a script passes on to `seam` what it does not know.
    private func help(on command: DocumentedCommand) async throws -> String {
        switch command.program {
        case "seam", "bin/seam":
            return try await seamHelp(command.verbs, for: command)
        case let script where script.hasPrefix("bin/"):
            let path = ProjectFolder.root.appending(path: script).path
            #expect(FileManager.default.isExecutableFile(atPath: path), "\(command)")
            let passedOn = ["bin/serve": ["serve"], "bin/bench": ["bench"]][script]
            let own = try String(contentsOfFile: path, encoding: .utf8)
            guard let passedOn, !command.options.allSatisfy(own.contains) else { return own }
            return try await own + seamHelp(passedOn, for: command)
        default:
            Issue.record("\(command): neither one of our scripts nor seam")
            return ""
        }
    }

    private func seamHelp(_ verbs: [String], for command: DocumentedCommand) async throws -> String {
        let help = try await ChildProcess.run(ProjectFolder.command.path, verbs + ["--help"])
        #expect(help.status == 0, "\(command): seam does not know it")
        return help.output
    }

    @Test("is typed as bin/seam, since nobody has seam on their path", arguments: documents)
    func programs(document: String) throws {
        let text = try String(contentsOf: ProjectFolder.root.appending(path: document), encoding: .utf8)
        #expect(DocumentedCommand.all(in: text, of: document).filter { $0.program == "seam" } == [])
    }

    @Test("links lead to files that are there", arguments: documents)
    func links(document: String) throws {
        let page = ProjectFolder.root.appending(path: document)
        let text = try String(contentsOf: page, encoding: .utf8)
        for match in text.matches(of: #/\]\(([^)#:]+)(?:#[^)]*)?\)/#) {
            let target = page.deletingLastPathComponent().appending(path: String(match.output.1))
            #expect(FileManager.default.fileExists(atPath: target.path), "\(document) links to \(match.output.1)")
        }
    }
}
