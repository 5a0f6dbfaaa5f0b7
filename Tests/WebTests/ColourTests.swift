import Foundation
import Testing

@testable import Web

@Suite("the colours that everything is painted with")
struct ColourTests {
    /// Text, and the grounds that it stands on.
    private static let pairs: [(text: String, grounds: [String])] = [
        ("ink", ["paper", "surface", "sunken", "accent-wash", "good-wash", "warn-wash", "bad-wash"]),
        ("ink-soft", ["paper", "surface", "sunken"]),
        ("link", ["paper", "surface", "sunken"]),
        ("accent", ["paper", "surface"]),
        ("on-accent", ["accent", "accent-strong"]),
        ("good", ["good-wash", "paper", "surface"]),
        ("warn", ["warn-wash", "paper", "surface"]),
        ("bad", ["bad-wash", "paper", "surface"]),
        ("paper", ["ink"]),
    ]

    @Test("can be read by people who see little, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11)")
    func contrast() throws {
        let folder = try #require(ResourceFolder.find("Public"))
        let sheet = try String(contentsOfFile: folder + "/css/tokens.css", encoding: .utf8)
        let schemes = sheet.split(separator: "@media (prefers-color-scheme: dark)", maxSplits: 1)
        #expect(schemes.count == 2)
        for (scheme, text) in zip(["light", "dark"], schemes) {
            let colours = Self.colours(in: text)
            for (text, grounds) in Self.pairs {
                for ground in grounds {
                    let contrast = try Self.contrast(#require(colours[text]), #require(colours[ground]))
                    #expect(contrast >= 4.5, "\(text) on \(ground), \(scheme)")
                }
            }
            for line in ["line-strong", "focus"] {
                let contrast = try Self.contrast(#require(colours[line]), #require(colours["surface"]))
                #expect(contrast >= 3, "\(line), \(scheme)")
            }
        }
    }

    private static func colours(in text: Substring) -> [String: UInt32] {
        var colours: [String: UInt32] = [:]
        for match in text.matches(of: /--([\w-]+): #([0-9a-f]{6});/) {
            colours[String(match.1)] = UInt32(match.2, radix: 16)
        }
        return colours
    }

    private static func contrast(_ a: UInt32, _ b: UInt32) -> Double {
        let (dark, light) = (min(luminance(a), luminance(b)), max(luminance(a), luminance(b)))
        return (light + 0.05) / (dark + 0.05)
    }

    /// Relative luminance as WCAG defines it.
    private static func luminance(_ colour: UInt32) -> Double {
        let channels = [16, 8, 0].map { shift -> Double in
            let value = Double(colour >> UInt32(shift) & 0xff) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
}
