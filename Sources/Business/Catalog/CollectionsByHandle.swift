import Database
import Essentials

extension CollectionDetail {
    /// Those of these handles that there are and that are not archived, in the order of the handles; one statement.
    public static func find(
        handles: [String], language: String? = nil, in reading: some Reading
    ) throws -> [CollectionDetail] {
        guard !handles.isEmpty else { return [] }
        let found = try find(where: "k.handle IN \(list: handles) AND k.archived_at IS NULL", language: language, in: reading)
        let byHandle = Dictionary(found.map { ($0.collection.handle, $0) }, uniquingKeysWith: { first, _ in first })
        return handles.compactMap { byHandle[$0] }
    }
}
