import Essentials

public enum CustomerRefusal: Refusal, Equatable {
    /// There is none, or none that the actor may know of.
    case unknown
    case erased
    case busy
    case nameMissing
    case nameLong
    case languageUnknown
    case emailMalformed
    case phoneMalformed
    case emailTaken
    case alreadyRegistered
    case tooManyContacts
    case unknownContact
    /// The address with which they sign in stays.
    case signInContact
    case addressMalformed(AddressFlaw)
    case tooManyAddresses
    case unknownAddress
    case wrongSignIn
    case wrongPassword
    /// Too many wrong guesses: how many seconds until the next one is taken.
    case waiting(seconds: Int)

    public var code: String {
        switch self {
        case .unknown: "customer.unknown"
        case .erased: "customer.erased"
        case .busy: "customer.busy"
        case .nameMissing: "customer.name_missing"
        case .nameLong: "customer.name_long"
        case .languageUnknown: "customer.language_unknown"
        case .emailMalformed: "customer.email_malformed"
        case .phoneMalformed: "customer.phone_malformed"
        case .emailTaken: "customer.email_taken"
        case .alreadyRegistered: "customer.already_registered"
        case .tooManyContacts: "customer.too_many_contacts"
        case .unknownContact: "customer.contact_unknown"
        case .signInContact: "customer.sign_in_contact"
        case .addressMalformed(let flaw): "customer.address_" + flaw.rawValue
        case .tooManyAddresses: "customer.too_many_addresses"
        case .unknownAddress: "customer.address_unknown"
        case .wrongSignIn: "customer.wrong_sign_in"
        case .wrongPassword: "customer.wrong_password"
        case .waiting: "customer.waiting"
        }
    }

    public var field: String? {
        switch self {
        case .nameMissing, .nameLong: "name"
        case .languageUnknown: "language"
        case .emailMalformed, .emailTaken: "email"
        case .phoneMalformed: "phone"
        case .addressMalformed(let flaw): flaw.field
        case .wrongSignIn: "password"
        case .wrongPassword: "current"
        default: nil
        }
    }

    public var kind: RefusalKind {
        switch self {
        case .unknown, .unknownContact, .unknownAddress: .notFound
        case .erased, .busy, .emailTaken, .alreadyRegistered, .signInContact, .tooManyContacts, .tooManyAddresses: .conflict
        case .wrongSignIn: .unauthenticated
        case .waiting: .tooMany
        case .nameMissing, .nameLong, .languageUnknown, .emailMalformed, .phoneMalformed, .addressMalformed, .wrongPassword: .invalid
        }
    }

    public var sentence: Sentence {
        switch self {
        case .unknown: "There is no such customer."
        case .erased: "This customer's data was erased."
        case .busy: "Somebody else is changing this customer. Try again."
        case .nameMissing: "Write your name."
        case .nameLong: "Write a name of at most 200 characters."
        case .languageUnknown: "Write a language as a short code, such as en or pt-BR."
        case .emailMalformed: "Write an e-mail address, such as ada@example.com."
        case .phoneMalformed: "Write a telephone number with its country code, such as +1 555 010 1234."
        case .emailTaken: "There is an account with this address. Sign in instead."
        case .alreadyRegistered: "This customer has an account. Sign in instead."
        case .tooManyContacts: "There are many addresses and numbers already. Remove one first."
        case .unknownContact: "There is no such address or number."
        case .signInContact: "This is the address to sign in with, so it stays."
        case .addressMalformed(let flaw): flaw.sentence
        case .tooManyAddresses: "There are many addresses already. Remove one first."
        case .unknownAddress: "There is no such address."
        case .wrongSignIn: "The e-mail address or the password is wrong."
        case .wrongPassword: "This is not your current password."
        case .waiting(let seconds) where seconds < 90:
            Sentence(
                count: max(1, seconds), one: "Too many wrong attempts. Try again in a second.",
                other: "Too many wrong attempts. Try again in \(seconds) seconds.")
        case .waiting(let seconds):
            Sentence(
                count: (seconds + 59) / 60, one: "Too many wrong attempts. Try again in a minute.",
                other: "Too many wrong attempts. Try again in \((seconds + 59) / 60) minutes.")
        }
    }
}
