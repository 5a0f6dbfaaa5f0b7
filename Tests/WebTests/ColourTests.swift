import Foundation
import Testing

@testable import Web

@Suite("the colours that everything is painted with")
struct ColourTests {
    private struct Pair {
        let text: String
        let grounds: [String]
        let least: Double
    }

    @Test("can be read by people who see little, in light and in dark, as the design says (WCAG 2.2, 1.4.3 and 1.4.11)")
    func contrast() throws {
        let colours = try Self.colours()
        let pairs = try Self.pairs()
        #expect(pairs.count > 10)
        for pair in pairs {
            let text = try #require(colours[pair.text], "\(pair.text) is in the design and not among the tokens")
            for name in pair.grounds {
                let ground = try #require(colours[name], "\(name) is in the design and not among the tokens")
                for (scheme, a, b) in [("light", text.light, ground.light), ("dark", text.dark, ground.dark)] {
                    let contrast = Self.contrast(a, b)
                    #expect(contrast >= pair.least, "\(pair.text) on \(name), \(scheme): \(contrast)")
                }
            }
        }
    }

    @Test("are all in the design's table when something is written in them")
    func complete() throws {
        let decorations: Set = ["line"]
        let named = Set(try Self.pairs().flatMap { [$0.text] + $0.grounds })
        #expect(Set(try Self.colours().keys).subtracting(named).subtracting(decorations) == [])
    }

    @Test("and no other: sheets use the tokens, and have no colours of their own")
    func onlyTokens() throws {
        let folder = try #require(ResourceFolder.find("Public")) + "/css"
        for sheet in try FileManager.default.contentsOfDirectory(atPath: folder) where sheet != "tokens.css" {
            let text = try String(contentsOfFile: folder + "/" + sheet, encoding: .utf8)
            let colours = text.matches(of: /:[^;{]*(#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\()/).map { String($0.1) }
            #expect(colours == [], "\(sheet)")
        }
    }

    /// The rows of the table in `Docs/Design.md`.
    private static func pairs() throws -> [Pair] {
        let folder = try #require(ResourceFolder.find("Docs"))
        let text = try String(contentsOfFile: folder + "/Design.md", encoding: .utf8)
        return text.matches(of: /\n\| `([\w-]+)` \| ([^|]+) \| ([\d.]+) \|/).compactMap { row in
            let grounds = row.2.matches(of: /`([\w-]+)`/).map { String($0.1) }
            return Double(row.3).map { Pair(text: String(row.1), grounds: grounds, least: $0) }
        }
    }

    private static func colours() throws -> [String: (light: UInt32, dark: UInt32)] {
        let folder = try #require(ResourceFolder.find("Public"))
        let sheet = try String(contentsOfFile: folder + "/css/tokens.css", encoding: .utf8)
        let tokens = sheet.matches(of: /--([\w-]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\);/)
        return Dictionary(
            try tokens.map { token in
                (String(token.1), (try #require(UInt32(token.2, radix: 16)), try #require(UInt32(token.3, radix: 16))))
            }, uniquingKeysWith: { first, _ in first })
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
