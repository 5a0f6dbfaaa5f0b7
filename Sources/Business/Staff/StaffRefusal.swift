import Essentials

public enum StaffRefusal: Refusal, Equatable {
    case forbidden(Role)

    public var code: String {
        switch self {
        case .forbidden: "staff.forbidden"
        }
    }

    public var kind: RefusalKind {
        switch self {
        case .forbidden: .forbidden
        }
    }

    public var message: String {
        switch self {
        case .forbidden(let role): "This needs the role “\(role.rawValue)” here. Ask somebody who has it."
        }
    }
}
