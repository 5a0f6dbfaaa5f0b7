import Database
import Essentials

/// How somebody proved who they are, which says what their session may do and how long it lasts.
public enum SignInMethod: String, Sendable, Storable {
    /// Everything that their grants cover.
    case password
    /// A few digits at a registered till: what concerns its location, as a manager at most.
    case pin

    /// A session ends when nothing was done for so long.
    var idle: Duration {
        switch self {
        case .password: .hours(2)
        case .pin: .minutes(30)
        }
    }

    /// And after so long whatever was done: a long working day.
    var longest: Duration { .hours(14) }

    /// What of somebody's grants holds in such a session at a device of `location`.
    func limit(_ grants: [Grant], to location: UInt128?) -> [Grant] {
        guard self == .pin else { return grants }
        let covering = grants.filter { $0.location == nil || $0.location == location }
        guard let location, let highest = covering.map(\.role).max() else { return [] }
        return [Grant(role: min(highest, .manager), location: location)]
    }
}
