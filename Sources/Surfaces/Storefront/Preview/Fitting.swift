import Web

/// A dress that the shop may be looked at in, without wearing it for shoppers.
public struct Fitting: Sendable {
    let templates: Templates
    let theme: Theme

    /// - Parameters:
    ///   - templates: those of `Templates/shop`, with the theme's own over them.
    ///   - folder: the name below which the theme's files are served: `themes/linen`.
    public init(templates: Templates, files folder: String, in assets: Assets) {
        self.templates = templates
        theme = Theme(assets, at: folder)
    }
}
