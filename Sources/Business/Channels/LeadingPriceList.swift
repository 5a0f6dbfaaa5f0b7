import Catalog
import Database
import Essentials

extension PriceList {
    /// The list that prices are taken from and put on when nobody names one: the web shop's, else that of the tills, else the
    /// oldest; `nil` in a shop without lists.
    public static func leading(in reading: some Reading) throws -> PriceList? {
        let channels = ChannelDirectory(try Channel.all(in: reading))
        let lists = try all(in: reading)
        let shown = (channels.first(.web) ?? channels.first(.till))?.priceList
        return lists.first { $0.id == shown } ?? lists.first
    }
}
