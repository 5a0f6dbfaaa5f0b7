import Staff
import Web

/// What stands around every page: who is here, in which room, what they may see, and what was just done.
struct Frame: Shown {
    /// The entries of the navigation.
    enum Room: String {
        case home, products, collections, stories, prices, stock, orders, imports, channels, locations, devices, staff, activity, followers,
            settings, found
    }

    let person: String
    let personID: String
    let clock: ShopClock
    let room: Room
    /// A word of `said.mustache`.
    let said: String
    let manages: Bool
    let managesSomewhere: Bool
    let owns: Bool
    let ownsSomewhere: Bool

    var language: String { clock.language }

    init(_ session: StaffSession, clock: ShopClock, in room: Room, said: String = "") {
        person = session.name
        personID = session.staff.description
        self.clock = clock
        self.room = room
        self.said = said
        manages = session.actor.may(.manager)
        managesSomewhere = session.actor.maySomewhere(.manager)
        owns = session.actor.may(.owner)
        ownsSomewhere = session.actor.maySomewhere(.owner)
    }

    static let answers: Answers = [
        "person": \.person, "personID": \.personID, "at": { Chosen($0.room.rawValue) }, "said": { Chosen($0.said) },
        "manages": \.manages, "managesSomewhere": \.managesSomewhere, "owns": \.owns,
        "ownsSomewhere": \.ownsSomewhere,
    ]
}

/// A page of the back office, in the language of whoever is signed in.
protocol DeskPage: Page {
    var frame: Frame { get }
}

extension DeskPage {
    var language: String { frame.language }
}
