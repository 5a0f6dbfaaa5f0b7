/// A file imports what its room may use by the table in `Package.swift`, and nothing else.
struct ImportRule {
    let table: PackageTable

    /// Part of the language and its system; any room may use them.
    private static let always: Set<String> = ["Swift", "Foundation", "FoundationEssentials", "Synchronization", "RegexBuilder"]

    /// What speaks to the operating system: only the kit and the command do.
    private static let system: Set<String> = ["Dispatch", "Glibc", "Musl", "Darwin", "System", "FoundationNetworking"]

    /// Modules that come with a product of another name.
    private static let modulesBeside: [String: Set<String>] = [
        "Hummingbird": ["HummingbirdCore", "HTTPTypes"],
        "CryptoExtras": ["_CryptoExtras"],
    ]

    func findings(in source: SwiftSource, of room: PackageTable.Room) -> [Finding] {
        var allowed = Self.always.union(room.uses).union(room.libraries)
        for library in room.libraries { allowed.formUnion(Self.modulesBeside[library] ?? []) }
        if [.kit, .command, .bench].contains(room.floor) { allowed.formUnion(Self.system) }
        return Self.imports(in: source).filter { !allowed.contains($0.module) }.map { line, module in
            Finding(
                path: source.path, line: line,
                message: "\(room.name) imports \(module), which the table in Package.swift does not allow it")
        }
    }

    static func imports(in source: SwiftSource) -> [(line: Int, module: String)] {
        let statement =
            /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias|actor)\s+)?(\w+)/
        return source.lines(containing: "import").compactMap { number, text in
            (try? statement.firstMatch(in: text)).map { (number, String($0.output.1)) }
        }
    }
}
