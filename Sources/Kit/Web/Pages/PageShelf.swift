import Essentials

/// What `PageCache` keeps, under its lock.
struct PageShelf: ~Copyable {
    enum Place {
        case kept(KeptPage)
        case lead(PageFlight)
        case follow(PageFlight)
    }

    /// One kept page; `wasUsed` and `slot` serve the clock algorithm that chooses what goes (Corbató 1968).
    private final class Entry: Hashable {
        let key: String
        let page: KeptPage
        var slot = 0
        var wasUsed = false

        init(key: String, page: KeptPage) {
            self.key = key
            self.page = page
        }

        static func == (a: Entry, b: Entry) -> Bool { a === b }
        func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
    }

    private let byteLimit: Int
    private let clock: Clock
    private(set) var bytes = 0
    private var entries: [String: Entry] = [:]
    private var ring: [Entry] = []
    private var hand = 0
    private var showing: [UInt128: Set<Entry>] = [:]

    private var flights: [String: PageFlight] = [:]
    /// Counts invalidations. A flight that began before the one of its page's subject is stale.
    private var generation: UInt64 = 0
    /// The latest invalidation of each subject since the oldest flight began; everything up to `forgotten` counts as invalidated.
    private var invalidated: [UInt128: UInt64] = [:]
    private var forgotten: UInt64 = 0

    init(byteLimit: Int, clock: Clock) {
        self.byteLimit = byteLimit
        self.clock = clock
    }

    var count: Int { entries.count }

    func flight(_ key: String) -> PageFlight? { flights[key] }

    mutating func find(_ key: String) -> KeptPage? {
        guard let entry = entries[key] else { return nil }
        if let end = entry.page.end, end <= clock.now {
            remove(entry)
            return nil
        }
        entry.wasUsed = true
        return entry.page
    }

    mutating func join(_ key: String) -> Place {
        if let page = find(key) { return .kept(page) }
        if let flight = flights[key] { return .follow(flight) }
        let flight = PageFlight(key: key, generation: generation)
        flights[key] = flight
        return .lead(flight)
    }

    /// Ends a flight, and keeps its page if nothing that it shows was invalidated meanwhile.
    mutating func land(_ flight: PageFlight, with page: KeptPage?) -> Bool {
        flights[flight.key] = nil
        defer { if flights.isEmpty { invalidated.removeAll(keepingCapacity: true) } }
        guard let page else { return false }
        let isStale = forgotten > flight.generation || page.subjects.contains { (invalidated[$0] ?? 0) > flight.generation }
        if !isStale { keep(page, as: flight.key) }
        return !isStale
    }

    mutating func invalidate(_ subjects: [UInt128]) {
        generation += 1
        for subject in subjects {
            if !flights.isEmpty { invalidated[subject] = generation }
            for entry in showing[subject] ?? [] { remove(entry) }
        }
        if invalidated.count > 20_000 {
            invalidated.removeAll(keepingCapacity: true)
            forgotten = generation
        }
    }

    mutating func invalidateAll() {
        generation += 1
        forgotten = generation
        invalidated.removeAll()
        entries.removeAll()
        ring.removeAll()
        showing.removeAll()
        hand = 0
        bytes = 0
    }

    private mutating func keep(_ page: KeptPage, as key: String) {
        if let old = entries[key] { remove(old) }
        // One page may not push out most of the others.
        guard page.bytes <= byteLimit / 8 else { return }
        while bytes + page.bytes > byteLimit, !ring.isEmpty { evict() }
        let entry = Entry(key: key, page: page)
        entry.slot = ring.count
        ring.append(entry)
        entries[key] = entry
        bytes += page.bytes
        for subject in page.subjects { showing[subject, default: []].insert(entry) }
    }

    private mutating func evict() {
        while true {
            if hand >= ring.count { hand = 0 }
            let entry = ring[hand]
            guard entry.wasUsed else { return remove(entry) }
            entry.wasUsed = false
            hand += 1
        }
    }

    private mutating func remove(_ entry: Entry) {
        guard entries[entry.key] === entry else { return }
        entries[entry.key] = nil
        bytes -= entry.page.bytes
        let last = ring.removeLast()
        if last !== entry {
            ring[entry.slot] = last
            last.slot = entry.slot
        }
        for subject in entry.page.subjects {
            showing[subject]?.remove(entry)
            if showing[subject]?.isEmpty == true { showing[subject] = nil }
        }
    }
}
