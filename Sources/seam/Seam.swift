import ArgumentParser

/// The command: one program for serving, importing, exporting, mending and measuring a shop.
@main
struct Seam: AsyncParsableCommand {
    /// Which Seam this is: what operators read from `--version`, from the log, and tell when they report something.
    static let version = "0.4.0"

    static let configuration = CommandConfiguration(
        commandName: "seam",
        abstract: "One shop for every place where a retailer sells.",
        version: version,
        subcommands: [
            Serve.self, Import.self, Export.self, Demo.self, Doctor.self, Backup.self, Restore.self, Move.self, Password.self,
            BenchCommand.self, BenchPrepare.self,
        ])
}
