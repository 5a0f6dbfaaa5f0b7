import Essentials

extension Processors {
    /// What one of several nodes gets when they share these out; `nil` when there are too few.
    func share(ofNode number: Int, among nodes: Int) -> Processors? {
        guard nodes > 1, numbers.count >= nodes else { return nil }
        var share = self
        share.numbers = numbers.enumerated().filter { $0.offset % nodes == (number - 1) % nodes }.map(\.element)
        return share
    }
}
