import Catalog
import Web

/// A picture in the row that is swiped through.
struct GalleryPicture: Shown {
    /// From 1.
    let number: Int
    let picture: Picture
    let media: Media.ID?

    static let answers: Answers = ["number": \.number, "isFirst": { $0.number == 1 }, "picture": \.picture]
}

extension [GalleryPicture] {
    /// The pictures in the merchant's order, or a drawn tile when there is none.
    /// - Parameter first: the one that stands before the others: that of the variant that is shown.
    init(_ detail: ProductDetail, first: Media.ID?, in shop: WebShop) {
        let (media, title) = (detail.media, detail.title.text)
        let sorted = media.filter { $0.id == first } + media.filter { $0.id != first }
        guard !sorted.isEmpty else {
            self = [GalleryPicture(number: 1, picture: Picture(nil, of: title), media: nil)]
            return
        }
        self = sorted.enumerated().map { index, media in
            let alt = detail.words.translated(media.alt, into: detail.wordsLanguage)
            var picture = Picture(MediaDraft(url: media.url, alt: alt.text), of: title)
            picture.altTongue = shop.marked(alt.text.isEmpty ? detail.title.language : alt.language)
            return GalleryPicture(number: index + 1, picture: picture, media: media.id)
        }
    }
}
