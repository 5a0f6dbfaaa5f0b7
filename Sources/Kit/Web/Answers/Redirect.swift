import HTTPTypes
import Hummingbird

extension Response {
    /// Sends the browser on with a GET after a form was accepted (303), so that a reload does not send the form again.
    ///
    /// - Parameter path: a path of this site. Anything that could lead elsewhere (`//host`, `https:`) leads to `/` instead.
    public static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: localPath(path)])
    }

    /// The page has moved for good (301): a product whose handle changed.
    public static func moved(_ path: String) -> Response {
        Response(status: .movedPermanently, headers: [.location: localPath(path), .cacheControl: "private, max-age=300"])
    }

    /// The path when it stays on this site, otherwise `/`: for a "go back to" that came with a form.
    public static func localPath(_ path: String) -> String {
        let bytes = Array(path.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.dropFirst().first != UInt8(ascii: "/") else { return "/" }
        // Browsers read `\` as `/`, and drop tabs and line ends before they read the rest.
        guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\\") }) else { return "/" }
        return path
    }
}
