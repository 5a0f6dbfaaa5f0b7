import Catalog
import Database
import Essentials

extension PriceList {
    /// The list that prices are taken from and put on when nobody names one: the web shop's, else that of the tills, else the
    /// oldest; `nil` in a shop without lists.
    public static func leading(in reading: some Reading) throws -> PriceList? {
        try leadingFirst(in: reading).first
    }

    /// All lists, the leading one before the others.
    public static func leadingFirst(in reading: some Reading) throws -> [PriceList] {
        let lists = try all(in: reading)
        guard lists.count > 1 else { return lists }
        let channels = ChannelDirectory(try Channel.all(in: reading))
        guard let shown = (channels.webShop ?? channels.first(.till))?.priceList else { return lists }
        return lists.filter { $0.id == shown } + lists.filter { $0.id != shown }
    }
}
