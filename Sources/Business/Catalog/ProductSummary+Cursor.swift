/// The cursor's text is for addresses; nobody reads it.
extension ProductSummary.Cursor: LosslessStringConvertible {
    public init?(_ description: String) {
        let parts = description.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let seq = Int64(parts[0], radix: 36) else { return nil }
        self.init(titleKey: String(parts[1]), seq: seq)
    }

    public var description: String { String(seq, radix: 36) + "." + titleKey }
}
