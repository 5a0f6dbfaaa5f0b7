import Catalog
import Database
import Essentials
import Foundation

/// What somebody may set about a channel at any time.
public struct ChannelSettings: Sendable, Equatable {
    public var handle: String
    public var name: String
    /// What it is for, in the merchant's words; may be several lines, may be empty.
    public var purpose: String
    public var currency: Currency
    /// BCP 47: `en-US`.
    public var language: String
    public var priceList: PriceList.ID

    public init(
        handle: String, name: String, purpose: String = "", currency: Currency, language: String, priceList: PriceList.ID
    ) {
        self.handle = handle
        self.name = name
        self.purpose = purpose
        self.currency = currency
        self.language = language
        self.priceList = priceList
    }

    /// The settings as they are kept.
    /// - Throws: `ChannelsRefusal` for the first thing that cannot be; `CatalogRefusal.unknownPriceList`.
    func checked(in transaction: Transaction) throws -> ChannelSettings {
        var checked = self
        checked.handle = handle.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        guard Self.isHandle(checked.handle) else { throw ChannelsRefusal.handle(handle) }
        checked.name = name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !checked.name.isEmpty else { throw ChannelsRefusal.nameMissing }
        guard !checked.name.contains(where: \.isNewline) else { throw ChannelsRefusal.nameNotOneLine }
        guard checked.name.count <= 120 else { throw ChannelsRefusal.tooLong(field: "name", limit: 120) }
        checked.purpose = purpose.trimmingCharacters(in: .whitespacesAndNewlines)
        guard checked.purpose.count <= 1_000 else { throw ChannelsRefusal.tooLong(field: "purpose", limit: 1_000) }
        guard let tag = Self.languageTag(language) else { throw ChannelsRefusal.language(language) }
        checked.language = tag
        let list = try PriceList.find(priceList, in: transaction)
        guard list.currency == currency else { throw ChannelsRefusal.currency(currency, ofPriceList: list.currency) }
        return checked
    }

    /// Small letters, digits and single hyphens between them: it stands in addresses.
    private static func isHandle(_ text: String) -> Bool {
        let words = text.split(separator: "-", omittingEmptySubsequences: false)
        return text.utf8.count <= 60
            && words.allSatisfy { word in
                !word.isEmpty && word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
            }
    }

    /// `de-AT` for `de_at`; `nil` for what ISO 639 does not know.
    private static func languageTag(_ text: String) -> String? {
        let locale = Locale(identifier: text.trimmingCharacters(in: .whitespacesAndNewlines))
        guard locale.language.languageCode?.isISOLanguage == true else { return nil }
        return locale.identifier(.bcp47)
    }
}
