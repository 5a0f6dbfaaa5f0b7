import ArgumentParser

/// The command: one program for serving, importing, exporting, mending and measuring a shop.
@main
struct Seam: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seam",
        abstract: "One shop for every place where a retailer sells.",
        subcommands: [
            Serve.self, Import.self, Export.self, Demo.self, Doctor.self, Backup.self, Restore.self, Move.self, BenchCommand.self,
            BenchPrepare.self,
        ])
}
