import Database
import Essentials
import Places
import Staff
import Tables

/// Takes a file of locations into the shop, as `LocationImport` does; the web shop and the tills then sell from those that
/// it brought. A location becomes one of theirs together with its row, so an import that breaks off leaves none aside.
///
/// - Throws: what `LocationImport` throws.
public func importLocations(
    _ reader: consuming CSVReader, into database: any Database, by actor: Actor, world: World,
    progress: (ImportReport) -> Void = { _ in }
) async throws -> ImportReport {
    let places = LocationImport(into: database, by: actor, world: world) { new, transaction in
        try sellFromNewLocations(new, by: actor, in: transaction, world: world)
    }
    return try await places.run(reader, progress: progress)
}
