import Testing

@testable import Bench

@Suite("Processors")
struct ProcessorsTests {
    @Test("are read from the kernel's list")
    func list() {
        #expect(Processors(list: "0-3,8,10-11").numbers == [0, 1, 2, 3, 8, 10, 11])
        #expect(Processors(list: "").numbers == [])
        #expect(Processors(list: "none").numbers == [])
    }

    @Test("are shared out among nodes, each to one of them, where there are enough")
    func share() {
        let five = Processors(list: "0-3,8")
        #expect(five.share(ofNode: 1, among: 2)?.numbers == [0, 2, 8])
        #expect(five.share(ofNode: 2, among: 2)?.numbers == [1, 3])
        #expect(five.share(ofNode: 1, among: 1) == nil)
        #expect(Processors(list: "4").share(ofNode: 1, among: 2) == nil)
    }
}
