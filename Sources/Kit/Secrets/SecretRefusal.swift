import Essentials

/// Why a password or a PIN is not taken.
public enum SecretRefusal: Refusal, Equatable {
    case passwordShort
    case passwordLong
    case passwordCommon
    case pinMalformed
    case pinTrivial
    /// So many passwords are being checked that another would have to wait too long.
    case busy

    public var code: String {
        switch self {
        case .passwordShort: "secret.password_short"
        case .passwordLong: "secret.password_long"
        case .passwordCommon: "secret.password_common"
        case .pinMalformed: "secret.pin_malformed"
        case .pinTrivial: "secret.pin_trivial"
        case .busy: "secret.busy"
        }
    }

    public var field: String? {
        switch self {
        case .passwordShort, .passwordLong, .passwordCommon: "password"
        case .pinMalformed, .pinTrivial: "pin"
        case .busy: nil
        }
    }

    public var kind: RefusalKind { self == .busy ? .tooMany : .invalid }

    public var sentence: Sentence {
        switch self {
        case .passwordShort: "Choose a password of at least \(PasswordPolicy.shortest) characters."
        case .passwordLong: "Choose a password of at most \(PasswordPolicy.longest) characters."
        case .passwordCommon: "This password is one of the first that anybody would try. Choose another."
        case .pinMalformed: "A PIN has \(PasswordPolicy.pinLengths.lowerBound) to \(PasswordPolicy.pinLengths.upperBound) digits."
        case .pinTrivial: "This PIN is one of the first that anybody would try. Choose another."
        case .busy: "Many people are signing in just now. Try again in a moment."
        }
    }
}
