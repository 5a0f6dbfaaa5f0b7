import Essentials

public enum StaffRefusal: Refusal, Equatable {
    case forbidden(Role)
    case alreadyFounded
    case wrongFoundingCode
    case unknownMember
    case archivedMember
    case unknownDevice
    case deviceNameTaken
    case nameMissing
    case nameLong
    case emailMalformed
    case emailTaken
    case languageUnknown
    case passwordMissing
    case lastOwner
    /// Whether the name or the password was wrong is not said.
    case wrongSignIn
    case wrongPIN
    case wrongPassword
    /// Too many wrong guesses: how many seconds until the next one is taken.
    case waiting(seconds: Int)
    case ownPassword
    /// No device shows this code, or no more.
    case unknownCode
    case tooManyViews

    public var code: String {
        switch self {
        case .forbidden: "staff.forbidden"
        case .alreadyFounded: "staff.already_founded"
        case .wrongFoundingCode: "staff.wrong_founding_code"
        case .unknownMember: "staff.unknown"
        case .archivedMember: "staff.archived"
        case .unknownDevice: "staff.device_unknown"
        case .deviceNameTaken: "staff.device_name_taken"
        case .nameMissing: "staff.name_missing"
        case .nameLong: "staff.name_long"
        case .emailMalformed: "staff.email_malformed"
        case .emailTaken: "staff.email_taken"
        case .languageUnknown: "staff.language_unknown"
        case .passwordMissing: "staff.password_missing"
        case .lastOwner: "staff.last_owner"
        case .wrongSignIn: "staff.wrong_sign_in"
        case .wrongPIN: "staff.wrong_pin"
        case .wrongPassword: "staff.wrong_password"
        case .waiting: "staff.waiting"
        case .ownPassword: "staff.own_password"
        case .unknownCode: "staff.code_unknown"
        case .tooManyViews: "staff.too_many_views"
        }
    }

    public var field: String? {
        switch self {
        case .nameMissing, .nameLong, .deviceNameTaken, .tooManyViews: "name"
        case .emailMalformed, .emailTaken: "email"
        case .languageUnknown: "language"
        case .passwordMissing, .wrongSignIn: "password"
        case .wrongPIN: "pin"
        case .unknownCode, .wrongFoundingCode: "code"
        case .wrongPassword: "current"
        default: nil
        }
    }

    public var kind: RefusalKind {
        switch self {
        case .forbidden, .ownPassword: .forbidden
        case .unknownMember, .unknownDevice: .notFound
        case .alreadyFounded, .archivedMember, .deviceNameTaken, .emailTaken, .lastOwner, .tooManyViews: .conflict
        case .nameMissing, .nameLong, .emailMalformed, .languageUnknown, .passwordMissing, .wrongPassword, .unknownCode: .invalid
        case .wrongSignIn, .wrongPIN, .wrongFoundingCode: .unauthenticated
        case .waiting: .tooMany
        }
    }

    public var sentence: Sentence {
        switch self {
        case .forbidden(let role): "This needs the role “\(role.name)” here. Ask somebody who has it."
        case .alreadyFounded: "This shop has its owner already. Sign in instead."
        case .wrongFoundingCode: "This is not the code that the server printed when it started."
        case .unknownMember: "There is no such member of staff."
        case .archivedMember: "This person works here no more. Restore them first."
        case .unknownDevice: "This device is not registered. Ask a manager to register it."
        case .deviceNameTaken: "Another device of this location has that name."
        case .nameMissing: "Write a name."
        case .nameLong: "Write a name of at most 120 characters."
        case .emailMalformed: "Write an e-mail address, such as ada@example.com."
        case .emailTaken: "Another member of staff signs in with this address."
        case .languageUnknown: "Write a language as a short code, such as en or pt-BR."
        case .passwordMissing: "The first owner needs a password."
        case .lastOwner: "Somebody has to own the shop. Make another person an owner first."
        case .wrongSignIn: "The e-mail address or the password is wrong."
        case .wrongPIN: "The PIN is wrong."
        case .wrongPassword: "This is not your current password."
        case .waiting(let seconds) where seconds < 90:
            Sentence(
                count: max(1, seconds), one: "Too many wrong attempts. Try again in a second.",
                other: "Too many wrong attempts. Try again in \(seconds) seconds.")
        case .waiting(let seconds):
            Sentence(
                count: (seconds + 59) / 60, one: "Too many wrong attempts. Try again in a minute.",
                other: "Too many wrong attempts. Try again in \((seconds + 59) / 60) minutes.")
        case .ownPassword: "Change your own password with your current one."
        case .tooManyViews: "This list has \(SavedView.most) saved views already. Forget one first."
        case .unknownCode: "No device shows this code now. A code lasts ten minutes; ask the device for a new one."
        }
    }
}
