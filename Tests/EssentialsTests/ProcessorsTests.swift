import Essentials
import Foundation
import Testing

@Suite("Processors")
struct ProcessorsTests {
    @Test("are read from the kernel's list, and written as its tools want them")
    func list() {
        #expect(Processors(list: "0-3,8,10-11").numbers == [0, 1, 2, 3, 8, 10, 11])
        #expect(Processors(list: "0-2,8").list == "0,1,2,8")
        #expect(Processors(list: "").numbers == [])
        #expect(Processors(list: "none").numbers == [])
    }

    @Test("there is always one to work on")
    func count() {
        #expect((1...ProcessInfo.processInfo.activeProcessorCount).contains(Processors.ownCount))
    }

    #if os(Linux)
        @Test("a process that runs is brought to them, and why it cannot be is said")
        func bind() throws {
            let sleeper = Process()
            sleeper.executableURL = URL(filePath: "/bin/sleep")
            sleeper.arguments = ["60"]
            try sleeper.run()
            defer { sleeper.terminate() }
            var last = Processors.own
            last.numbers = last.numbers.suffix(1)
            #expect(last.bind(sleeper.processIdentifier) == nil)
            let status = try String(contentsOfFile: "/proc/\(sleeper.processIdentifier)/status", encoding: .utf8)
            #expect(status.contains("Cpus_allowed_list:\t\(last.list)\n"))

            let why = Processors(list: "4000").bind(sleeper.processIdentifier)
            #expect(why?.contains("Invalid argument") == true, "\(why ?? "it was bound")")
        }
    #endif
}
