import Essentials

/// Why a shop is not opened that would have to be there.
enum OpeningRefusal: Refusal, Equatable {
    case noShop(String)

    var code: String { "shop.none" }
    var kind: RefusalKind { .notFound }
    var sentence: Sentence {
        switch self {
        case .noShop(let name): "There is no shop in \(name), and none was made: check the address."
        }
    }
}
