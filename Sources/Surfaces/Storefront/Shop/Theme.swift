import Web

/// What a merchant dresses the shop in, by files in a folder: `Docs/Design.md` names them.
public struct Theme: Sendable {
    /// Below this name the folder's files are served: `/assets/theme/…`.
    public static let assets = "theme"

    /// The address of a sheet that comes after the shop's own.
    var sheet: String?
    /// The address of a picture that stands in the head instead of the shop's name.
    var logo: String?
    /// The address of the picture in the browser's tab.
    var icon: String?

    /// As the shop looks by itself.
    public init() {}

    /// What there is of `theme.css`, `logo.svg` (or `.webp`, `.png`) and `icon.svg` among the files below `theme/`.
    /// - Parameter folder: the name below which they are served.
    public init(_ assets: Assets, at folder: String = Theme.assets) {
        func first(_ names: String...) -> String? {
            names.map { folder + "/" + $0 }.first(where: assets.has).map(assets.address)
        }
        sheet = first("theme.css")
        logo = first("logo.svg", "logo.webp", "logo.png")
        icon = first("icon.svg", "icon.png")
    }
}

extension Theme: Shown {
    public static let answers: Answers = ["sheet": \.sheet, "logo": \.logo, "icon": \.icon]
}
