import CZBar

/// A code that was found in a picture.
public struct Barcode: Sendable, Equatable {
    /// What kind it is, in zbar's words: `EAN-13`, `QR-Code`.
    public let kind: String
    public let text: String

    public init(kind: String, _ text: String) {
        self.kind = kind
        self.text = text
    }
}

/// The codes in a picture, each once, as they were found. It takes some 20 ms for a million pixels.
public func readBarcodes(in picture: GreyPicture) -> [Barcode] {
    guard let scanner = zbar_image_scanner_create(), let image = zbar_image_create() else { return [] }
    defer {
        zbar_image_destroy(image)
        zbar_image_scanner_destroy(scanner)
    }
    return picture.pixels.withUnsafeBytes { pixels in
        zbar_image_set_format(image, grey)
        zbar_image_set_size(image, UInt32(picture.width), UInt32(picture.height))
        // Read only, and only until this closure ends: the image is emptied before its pixels go.
        zbar_image_set_data(image, pixels.baseAddress, UInt(pixels.count), nil)
        defer { zbar_image_set_data(image, nil, 0, nil) }
        guard zbar_scan_image(scanner, image) > 0 else { return [] }
        var found: [Barcode] = []
        var symbol = zbar_image_first_symbol(image)
        while let current = symbol {
            if let barcode = Barcode(symbol: current), !found.contains(barcode) { found.append(barcode) }
            symbol = zbar_symbol_next(current)
        }
        return found
    }
}

/// `Y800`: eight bits of grey.
private let grey: UInt = 0x3030_3859

extension Barcode {
    fileprivate init?(symbol: OpaquePointer) {
        guard let name = zbar_get_symbol_name(zbar_symbol_get_type(symbol)), let data = zbar_symbol_get_data(symbol) else { return nil }
        let bytes = UnsafeRawBufferPointer(start: data, count: Int(zbar_symbol_get_data_length(symbol)))
        self.init(kind: String(cString: name), String(decoding: bytes, as: UTF8.self))
    }
}
