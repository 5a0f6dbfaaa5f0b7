import Barcodes
import Essentials
import Foundation
import Hummingbird
import Web

private struct ReadCodes: Encodable {
    let codes: [String]
}

extension Till {
    /// Reads the barcodes in a photograph that a browser took which cannot read them itself: grey pixels, `width` of a
    /// row, and nothing that has to be decoded.
    func readPhoto(_ request: Request, _ context: SeamContext) async throws -> Response {
        _ = try await counter(of: request, context)
        let width = try request.query().integer("width", in: 1...GreyPicture.longestSide)
        let body = try await request.body.collect(upTo: GreyPicture.longestSide * GreyPicture.longestSide)
        let pixels = Array(body.readableBytesView)
        guard let picture = GreyPicture(width: width, height: pixels.count / width, pixels: pixels) else { throw TillRefusal.unreadable }
        return try .json(ReadCodes(codes: readBarcodes(in: picture).map(\.text)))
    }
}
