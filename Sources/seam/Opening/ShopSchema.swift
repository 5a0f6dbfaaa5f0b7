import Catalog
import Channels
import Content
import Customers
import Database
import Feed
import Imports
import Inventory
import Ledger
import Orders
import Places
import Settings
import Staff

/// Every room's migrations, the lowest room first, and the mark that a demo's database bears.
enum ShopSchema {
    static let migrations =
        FeedSchema.migrations + LedgerSchema.migrations + StaffSchema.migrations + PlacesSchema.migrations + CatalogSchema.migrations
        + ChannelsSchema.migrations + CustomersSchema.migrations + InventorySchema.migrations + OrdersSchema.migrations
        + ContentSchema.migrations + SettingsSchema.migrations + ImportsSchema.migrations + DemoSchema.migrations

    /// What an engine may keep in pieces.
    static let partitioned = [FeedSchema.facts, LedgerSchema.entries]
}
