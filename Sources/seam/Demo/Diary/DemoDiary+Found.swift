import Channels
import Database
import Essentials
import Places
import Staff

extension DemoDiary {
    /// The demo shop as a database holds it: to go on living in it.
    /// - Throws: `DemoRefusal.noDemoToLiveIn` when it holds another shop, or when its people, places or channels are gone.
    static func find(of assortment: DemoAssortment, in snapshot: some Reading) throws -> DemoDiary {
        guard try DemoMark.find(in: snapshot) != nil else { throw DemoRefusal.noDemoToLiveIn }
        let found = try Location.find(codes: DemoPlace.allCases.map(\.rawValue), in: snapshot)
        var places: [DemoPlace: Location] = [:]
        for place in DemoPlace.allCases { places[place] = found[place.rawValue] }
        var tills: [DemoPlace: Device.ID] = [:]
        for shop in DemoPlace.shops {
            guard let location = places[shop] else { continue }
            tills[shop] = try Device.all(at: location.id.bits, in: snapshot).first { $0.name == DemoShop.till }?.id
        }
        return DemoDiary(
            people: try DemoPeople.find(at: places, in: snapshot), places: places, channels: try DemoChannels.find(in: snapshot),
            shelves: try DemoShelves(of: assortment, in: snapshot), tills: tills)
    }
}

extension DemoPeople {
    fileprivate static func find(at places: [DemoPlace: Location], in snapshot: some Reading) throws -> DemoPeople {
        var members: [String: StaffMember] = [:]
        for shop in DemoPlace.shops {
            guard let location = places[shop] else { continue }
            for member in try StaffMember.atTill(of: location.id.bits, in: snapshot) { members[member.name] = member }
        }
        let grants = try Grant.of(members.values.map(\.id), in: snapshot)
        func person(_ name: String) throws -> Person {
            guard let member = members[name] else { throw DemoRefusal.noDemoToLiveIn }
            return (member.id, Actor(.staff(member.id), grants: grants[member.id] ?? []))
        }
        return DemoPeople(kaisa: try person(owner.name).actor, elias: try person(manager.name), noora: try person(associate.name))
    }
}

extension DemoChannels {
    fileprivate static func find(in snapshot: some Reading) throws -> DemoChannels {
        func channel(_ handle: String) throws -> Channel {
            guard let channel = try Channel.find(handle: handle, in: snapshot) else { throw DemoRefusal.noDemoToLiveIn }
            return channel
        }
        return DemoChannels(web: try channel("web"), till: try channel("till"), marketplace: try channel("pohjola"))
    }
}
