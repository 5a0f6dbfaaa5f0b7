import Catalog
import Hummingbird
import Web

extension Storefront {
    /// `GET /pictures/{file}`: a picture that was handed in, in one size. Its name is made of its bytes, so it never changes.
    @Sendable func showPicture(_ request: Request, _ context: SeamContext) async throws -> Response {
        guard let print = context.parameters.get("file").flatMap({ PicturePrint(file: $0) }),
            let bytes = try await database.read({ try print.bytes(in: $0) })
        else { throw StorefrontRefusal.noPicture }
        return Response(
            status: .ok, headers: [.contentType: "image/webp", .cacheControl: "public, max-age=31536000, immutable"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
