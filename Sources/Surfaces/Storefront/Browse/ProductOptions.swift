import Catalog
import Web

/// One of the things that a product's variants differ in, as a row of values to choose from.
struct OptionRow: Shown, Equatable {
    let name: String
    /// The value of the variant that is shown.
    let chosen: String
    let values: [OptionValue]

    static let answers: Answers = ["name": \.name, "chosen": \.chosen, "values": \.values]
}

/// A value that can be chosen. It leads to the page of the variant that has it, so choosing works without a script.
struct OptionValue: Shown, Equatable {
    let title: String
    let path: String
    let isChosen: Bool
    /// The variant that it leads to cannot be had now.
    let isSoldOut: Bool
    /// It is not made together with what is chosen in the other rows; it leads to the nearest that is.
    let isElsewhere: Bool

    static let answers: Answers = [
        "title": \.title, "path": \.path, "isChosen": \.isChosen, "isSoldOut": \.isSoldOut, "isElsewhere": \.isElsewhere,
    ]
}

extension OptionRow {
    /// A row for each option, seen from the variant that is chosen.
    /// - Parameters:
    ///   - variants: those that are sold here, in the merchant's order.
    ///   - soldOut: of these, the ones that cannot be had now.
    static func all(of detail: ProductDetail, _ variants: [Variant], chosen: Variant, soldOut: Set<Variant.ID>) -> [OptionRow] {
        guard variants.count > 1 else { return [] }
        return detail.product.options.enumerated().compactMap { place, name in
            guard place < chosen.options.count else { return nil }
            var seen: Set<String> = []
            let values = variants.compactMap { $0.options[at: place] }.filter { seen.insert($0).inserted }
            return OptionRow(
                name: detail.words[name], chosen: detail.words[chosen.options[place]],
                values: values.compactMap { value in
                    let others = variants.filter { $0.options[at: place] == value }
                    guard let nearest = nearest(to: chosen, among: others, soldOut: soldOut) else { return nil }
                    let isSame = nearest.differences(from: chosen).allSatisfy { $0 == place }
                    return OptionValue(
                        title: detail.words[value], path: "/products/\(detail.product.handle)?variant=\(nearest.id)",
                        isChosen: value == chosen.options[place], isSoldOut: isSame && soldOut.contains(nearest.id), isElsewhere: !isSame)
                })
        }
    }

    /// The one that differs least; of those, one that can be had; of those, the first.
    private static func nearest(to chosen: Variant, among variants: [Variant], soldOut: Set<Variant.ID>) -> Variant? {
        variants.min { a, b in
            let (far, near) = (a.differences(from: chosen).count, b.differences(from: chosen).count)
            return far == near ? !soldOut.contains(a.id) && soldOut.contains(b.id) : far < near
        }
    }
}

extension Variant {
    /// The places of the options in which two variants differ.
    fileprivate func differences(from other: Variant) -> [Int] {
        options.indices.filter { options[$0] != other.options[at: $0] }
    }
}

extension [String] {
    fileprivate subscript(at place: Int) -> String? { indices.contains(place) ? self[place] : nil }
}
