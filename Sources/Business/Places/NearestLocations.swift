import Database
import Essentials

extension Location {
    /// The locations nearest to a point, nearest first; those without coordinates and those put away are left out.
    ///
    /// It looks in boxes that grow until enough is within reach, so six statements at most.
    /// - Parameter kind: only these, or every kind.
    public static func nearest(to point: Point, limit: Int, kind: Kind? = nil, in snapshot: some Reading) throws -> [Location] {
        guard limit > 0 else { return [] }
        let kindCondition: SQL = kind.map { "AND kind = \($0)" } ?? ""
        var near: [(id: ID, metres: Double)] = []
        for kilometres in [25.0, 125, 625, 3_125, 20_100] {
            let reach = kilometres * 1_000
            let box = BoundingBox(around: point, radius: reach)
            near = try snapshot.rows(
                """
                SELECT id, latitude, longitude FROM location
                WHERE \(sql: box.condition) AND archived_at IS NULL \(sql: kindCondition)
                """
            ) { row in
                let id = try row.next(ID.self)
                let metres = try Location.point(row.next(), row.next())?.distance(to: point) ?? .infinity
                return (id, metres)
            }
            // The corners of a box reach farther than its sides.
            near.removeAll { $0.metres > reach }
            if near.count >= limit { break }
        }
        near.sort { ($0.metres, $0.id) < ($1.metres, $1.id) }
        let nearest = near.prefix(limit).map(\.id)
        let found = try find(nearest, in: snapshot)
        return nearest.compactMap { found[$0] }
    }
}
