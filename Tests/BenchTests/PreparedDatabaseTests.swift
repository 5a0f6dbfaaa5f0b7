import Foundation
import Testing

@testable import Bench

@Suite("Prepared databases")
final class PreparedDatabaseTests {
    private let folder = NSTemporaryDirectory() + "seam-bench-prepared-\(UUID())"
    private let settings: BenchSettings

    /// A program in the place of `seam` that notes what it was asked, and describes a shop of one product.
    private static let program = """
        #!/bin/sh
        echo "$@" >> "$(dirname "$0")/asked"
        [ ! -e "$(dirname "$0")/refuse" ] || { echo "no such catalogue"; exit 1; }
        while [ $# -gt 1 ]; do
            case "$1" in
                --database) echo rows >> "$2" ;;
                --describe) cp "$(dirname "$0")/shop.json" "$2" ;;
            esac
            shift
        done
        """

    private static let shop = PreparedShop(
        products: [.init(handle: "lamp", variant: "var_1")], collections: [.init(handle: "all", count: 1)],
        wish: .init(handle: "wish", variant: "var_2", units: 6_000),
        till: .init(location: "loc_1", email: "clerk@example.com", password: "secret"), balances: 20)

    init() throws {
        settings = BenchSettings(executable: folder + "/seam", data: "/data", folder: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Self.program.write(toFile: folder + "/program", atomically: true, encoding: .utf8)
        // Copied by another process: a child that another test starts meanwhile would inherit our open file, and keep it busy.
        let copying = "cp '\(folder)/program' '\(folder)/seam' && chmod 755 '\(folder)/seam'"
        try Child("/bin/sh", ["-c", copying], log: folder + "/copying.log").finish(within: .seconds(30))
        try JSONEncoder().encode(Self.shop).write(to: URL(fileURLWithPath: folder + "/shop.json"))
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    private var asked: [String] {
        let text = (try? String(contentsOfFile: folder + "/asked", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    }

    @Test("are made once, by the commands that a retailer uses, kept, and brought up to date when they are taken again")
    func once() throws {
        for _ in 1...2 {
            let database = try PreparedDatabase(.real, settings) { _ in }
            #expect(try database.shop.products.map(\.handle) == ["lamp"])
        }
        #expect(asked == ["import locations", "import products", "bench-prepare --database", "import locations"])
    }

    @Test("are made anew when that is wished")
    func anew() throws {
        _ = try PreparedDatabase(.real, settings) { _ in }
        var settings = settings
        settings.preparesAnew = true
        _ = try PreparedDatabase(.real, settings) { _ in }
        #expect(asked.count == 6)
    }

    @Test("that could not be finished are not kept")
    func unfinished() throws {
        try "".write(toFile: folder + "/refuse", atomically: true, encoding: .utf8)
        let fault = #expect(throws: BenchFault.self) { try PreparedDatabase(.real, self.settings) { _ in } }
        #expect(fault?.description.contains("no such catalogue") == true)
        try FileManager.default.removeItem(atPath: folder + "/refuse")
        _ = try PreparedDatabase(.real, settings) { _ in }
        #expect(asked.count == 4)
    }

    @Test("are worked on as copies, and stay as they are")
    func copies() throws {
        let kept = try PreparedDatabase(.real, settings) { _ in }
        let before = try String(contentsOfFile: kept.database, encoding: .utf8)
        let copy = try kept.copy(to: folder + "/run")
        try "sold".write(toFile: copy.database, atomically: false, encoding: .utf8)
        #expect(try String(contentsOfFile: kept.database, encoding: .utf8) == before)
        #expect(try kept.copy(to: folder + "/run").shop.wish.units == 6_000)
        #expect(try String(contentsOfFile: copy.database, encoding: .utf8) == before)
    }
}
