import Essentials

/// Takes money. Asking twice with the same key takes it once.
public struct PaymentProvider: Sendable {
    public enum Answer: Sendable, Equatable {
        /// The money is taken; `reference` is the provider's own name for it.
        case captured(reference: String)
        case declined
    }

    /// Short and stable, stored with each payment: `test`.
    public let name: String
    /// Takes the amount. `key` is the attempt's id as text: the provider answers the same key the same way.
    /// (Text, because Swift 6.3 miscompiles asynchronous closures that take 128-bit integers on x86-64.)
    /// Throws when its answer is unknown; it is then asked again later.
    let charge: @Sendable (_ amount: Money, _ token: String?, _ key: String) async throws -> Answer
    /// Gives it back.
    let refund: @Sendable (_ reference: String, _ amount: Money, _ key: String) async throws -> Void

    public init(
        name: String, charge: @escaping @Sendable (_ amount: Money, _ token: String?, _ key: String) async throws -> Answer,
        refund: @escaping @Sendable (_ reference: String, _ amount: Money, _ key: String) async throws -> Void
    ) {
        self.name = name
        self.charge = charge
        self.refund = refund
    }

    /// Takes no money: `success_token` succeeds, everything else is declined.
    public static let test = PaymentProvider(
        name: "test",
        charge: { _, token, key in token == "success_token" ? .captured(reference: "test-\(key)") : .declined },
        refund: { _, _, _ in })
}
