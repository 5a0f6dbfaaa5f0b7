import Database
import Essentials
import Foundation

/// Who did what to what, and when: written in the transaction of the deed, never changed, never erased.
///
/// It holds ids, figures and terms of the program, no names and no texts that people wrote, so that erasing a person
/// breaks nothing. The types see to it: a verb and a term are literals.
public enum Audit {
    /// One thing worth knowing about a deed.
    public enum Detail: Sendable {
        case id(String)
        case figure(Int64)
        case flag(Bool)
        case term(StaticString)

        public static func id(_ id: Identifier<some Any>) -> Detail { .id(id.description) }
        public static func role(_ role: Role) -> Detail {
            switch role {
            case .associate: .term("associate")
            case .manager: .term("manager")
            case .owner: .term("owner")
            }
        }
    }

    /// Adds a line.
    /// - Parameters:
    ///   - verb: what was done, as `product.archived`.
    ///   - subject: what it was done to.
    public static func record(
        _ verb: StaticString, about subject: Identifier<some Identified>, _ details: [String: Detail] = [:], by actor: Actor,
        in transaction: Transaction, world: World
    ) throws {
        let origin = actor.origin
        try transaction.run(
            """
            INSERT INTO audit (at, actor, channel, verb, subject, details)
            VALUES (\(world.now), \(origin.actor), \(origin.channel), \(verb.description), \(subject.description), \(json(details)))
            """)
    }

    private static func json(_ details: [String: Detail]) throws -> String {
        guard !details.isEmpty else { return "{}" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(details), as: UTF8.self)
    }
}

extension Audit.Detail: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .id(let text): try container.encode(text)
        case .figure(let figure): try container.encode(figure)
        case .flag(let flag): try container.encode(flag)
        case .term(let term): try container.encode(term.description)
        }
    }
}
