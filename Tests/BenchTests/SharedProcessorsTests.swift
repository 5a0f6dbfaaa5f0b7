import Essentials
import Testing

@testable import Bench

@Suite("Processors that nodes share")
struct SharedProcessorsTests {
    @Test("are dealt out, each to one node, where there are enough")
    func share() {
        let five = Processors(list: "0-3,8")
        #expect(five.share(ofNode: 1, among: 2)?.numbers == [0, 2, 8])
        #expect(five.share(ofNode: 2, among: 2)?.numbers == [1, 3])
        #expect(five.share(ofNode: 1, among: 1) == nil)
        #expect(Processors(list: "4").share(ofNode: 1, among: 2) == nil)
    }
}
