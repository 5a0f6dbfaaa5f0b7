import Database
import Essentials
import Secrets

extension StaffMember: Readable {
    static let columns: SQL = "id, name, email, language, status, password IS NOT NULL, pin IS NOT NULL, created_at"

    public init(row: inout Row) throws {
        id = try row.next()
        name = try row.next()
        email = try row.next()
        language = try row.next()
        status = try row.next()
        hasPassword = try row.next()
        hasPIN = try row.next()
        createdAt = try row.next()
    }
}

extension StaffMember {
    public static func find(_ id: ID, in reading: some Reading) throws -> StaffMember? {
        try reading.row("SELECT \(sql: columns) FROM staff_member WHERE id = \(id)")
    }

    public static func find(_ ids: [ID], in reading: some Reading) throws -> [ID: StaffMember] {
        let found = try reading.rows("SELECT \(sql: columns) FROM staff_member WHERE id IN \(list: ids)", as: StaffMember.self)
        return Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Somebody's file, for themselves and for managers.
    /// - Throws: `StaffRefusal.forbidden` for everybody else; `unknownMember`.
    public static func file(of id: ID, by actor: Actor, in reading: some Reading) throws -> StaffMember {
        if actor.party != .staff(id) { try actor.requireSomewhere(.manager) }
        guard let member = try find(id, in: reading) else { throw StaffRefusal.unknownMember }
        return member
    }

    /// People by name, those who left only when asked for.
    /// - Parameters:
    ///   - search: words, each of which is in the name or the e-mail address, whatever the case and accents.
    ///   - after: the last of the page before.
    /// - Throws: `StaffRefusal.forbidden` for whoever manages no location.
    public static func page(
        search: String = "", archived: Bool = false, after last: StaffMember? = nil, limit: Int, by actor: Actor, in reading: some Reading
    ) throws -> [StaffMember] {
        try actor.requireSomewhere(.manager)
        let status = archived ? Status.archived : .active
        var rest: SQL = last.map { "AND (name_key, id) > (\($0.name.folded), \($0.id))" } ?? ""
        for word in search.folded.split(separator: " ") {
            rest += " AND (name_key LIKE \("%\(word)%") OR email_key LIKE \("%\(word)%"))"
        }
        return try reading.rows(
            """
            SELECT \(sql: columns) FROM staff_member WHERE status = \(status) \(sql: rest)
            ORDER BY name_key, id LIMIT \(limit)
            """)
    }

    /// Who can sign in with a PIN at a till of this location, by name.
    public static func atTill(of location: UInt128, in reading: some Reading) throws -> [StaffMember] {
        try reading.rows(
            """
            SELECT \(sql: columns) FROM staff_member
            WHERE status = \(Status.active) AND pin IS NOT NULL
              AND EXISTS (
                SELECT 1 FROM staff_grant
                WHERE staff_grant.staff = staff_member.id AND staff_grant.location IN \(list: [location, 0]))
            ORDER BY name_key, id
            """)
    }

    /// Who of them may let something pass there as a manager.
    public static func managers(atTillOf location: UInt128, in reading: some Reading) throws -> [StaffMember] {
        let people = try atTill(of: location, in: reading)
        let grants = try Grant.of(people.map(\.id), in: reading)
        return people.filter { Actor(.staff($0.id), grants: grants[$0.id] ?? []).may(.manager, at: location) }
    }

    /// Whether the shop has its first owner.
    public static func isShopFounded(in reading: some Reading) throws -> Bool {
        try reading.exists("SELECT 1 FROM founding")
    }

    /// - Throws: `StaffRefusal.unknownMember`
    static func lock(_ id: ID, in transaction: Transaction) throws -> StaffMember {
        guard let member = try transaction.row("SELECT \(sql: columns) FROM staff_member WHERE id = \(id) FOR UPDATE", as: StaffMember.self)
        else { throw StaffRefusal.unknownMember }
        return member
    }

    /// - Throws: `StaffRefusal.unknownMember`; `archivedMember` for somebody who left.
    static func lockActive(_ id: ID, in transaction: Transaction) throws -> StaffMember {
        let member = try lock(id, in: transaction)
        guard member.status == .active else { throw StaffRefusal.archivedMember }
        return member
    }

    /// - Throws: `StaffRefusal.nameMissing`, `emailMalformed`, `emailTaken`
    static func insert(_ draft: StaffDraft, id: ID, at now: Instant, in transaction: Transaction) throws -> StaffMember {
        let profile = try StaffProfile(name: draft.name, email: draft.email, language: draft.language)
        let inserted = try transaction.rowsChanged(
            by: """
                INSERT INTO staff_member (id, name, name_key, email, email_key, language, password, pin, status, created_at)
                VALUES (\(id), \(profile.name), \(profile.name.folded), \(profile.email.text), \(profile.email.key), \(profile.language),
                        \(draft.password?.stored), \(draft.pin?.stored), \(Status.active), \(now))
                ON CONFLICT (email_key) DO NOTHING
                """)
        guard inserted == 1 else { throw StaffRefusal.emailTaken }
        for grant in draft.grants { try grant.insert(for: id, at: now, in: transaction) }
        return StaffMember(
            id: id, name: profile.name, email: profile.email.text, language: profile.language, status: .active,
            hasPassword: draft.password != nil, hasPIN: draft.pin != nil, createdAt: now)
    }
}
