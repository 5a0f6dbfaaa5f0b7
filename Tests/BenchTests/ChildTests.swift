import Essentials
import Foundation
import Testing

@testable import Bench

@Suite("Child processes")
final class ChildTests {
    private let log = NSTemporaryDirectory() + "seam-bench-child-\(UUID()).log"

    deinit {
        try? FileManager.default.removeItem(atPath: log)
    }

    @Test("tell what they used when they end")
    func usage() throws {
        let child = try Child("/bin/sh", ["-c", "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done; echo done"], log: log)
        let ending = try child.finish(within: .seconds(30))
        #expect(ending.code == 0)
        #expect(ending.cpuSeconds > 0)
        #expect(ending.peakBytes > 500_000)
        #expect(try String(contentsOfFile: log, encoding: .utf8) == "done\n")
    }

    @Test("see only the processors that they are to run on", .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/taskset")))
    func processors() throws {
        let last = try #require(Processors.own.numbers.last)
        let command = Processors(list: "\(last)").running("/bin/grep", ["Cpus_allowed_list", "/proc/self/status"])
        #expect(try Child(command.executable, command.arguments, log: log).finish(within: .seconds(30)).code == 0)
        #expect(try String(contentsOfFile: log, encoding: .utf8).hasSuffix("\t\(last)\n"))
    }

    @Test("that fail are quoted with their last words")
    func failure() throws {
        let child = try Child("/bin/sh", ["-c", "echo no such catalogue >&2; exit 3"], log: log)
        let fault = #expect(throws: BenchFault.self) { try child.finish(within: .seconds(30)) }
        #expect(fault?.description.contains("ended with 3") == true)
        #expect(fault?.description.contains("no such catalogue") == true)
    }

    @Test("that do not end are ended")
    func endless() throws {
        let child = try Child("/bin/sleep", ["60"], log: log)
        #expect(throws: BenchFault.self) { try child.finish(within: .milliseconds(50)) }
        #expect(try child.hasEnded()?.code == -9)
    }

    @Test("that cannot be started say so")
    func missing() {
        #expect(throws: BenchFault.self) { try Child("/no/such/program", [], log: log) }
    }

    #if os(Linux)
        @Test("show their memory and processor time while they run")
        func figures() throws {
            let figures = try #require(ProcessFigures(of: getpid()))
            #expect(figures.residentBytes > 1_000_000)
            #expect(figures.cpuSeconds > 0)
            #expect(ProcessFigures(of: 0) == nil)
        }
    #endif
}
