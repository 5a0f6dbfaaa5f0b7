import Essentials

/// Why a shop is not opened that would have to be there.
enum OpeningRefusal: Refusal, Equatable {
    case noShop(String)
    /// The address is empty.
    case noAddress
    /// It names a kind of database that Seam does not know.
    case unknownAddress(kind: String)

    var code: String {
        switch self {
        case .noShop: "shop.none"
        case .noAddress: "shop.no_address"
        case .unknownAddress: "shop.unknown_address"
        }
    }
    var kind: RefusalKind { .notFound }
    var sentence: Sentence {
        switch self {
        case .noShop(let name): "There is no shop in \(name), and none was made: check the address."
        case .noAddress:
            "An empty address leads to no shop: give the path of a file, sqlite:PATH, or postgres://USER@HOST/NAME."
        case .unknownAddress(let kind):
            "Seam keeps no shop in “\(kind)”: give the path of a file, sqlite:PATH, or postgres://USER@HOST/NAME."
        }
    }
}
