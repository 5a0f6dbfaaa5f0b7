/// How to get into the demo shop. It is said once, by whoever filled it.
struct DemoShop: Sendable {
    static let name = "Vakka & Vadelma"
    /// What the first till of each shop is called.
    static let till = "Till 1"

    let owner = DemoPeople.owner.email
    let password = DemoPeople.password
    let manager = DemoPeople.manager.email
    let associate = DemoPeople.associate.name
    let pin = DemoPeople.pin
    let ownerPIN = DemoPeople.ownerPIN
    /// The name and number of the shop in which the associate sells.
    let shop = (name: DemoPlace.helsinki.name, code: DemoPlace.helsinki.rawValue)

    /// For a terminal.
    var welcome: String {
        """
        \(Self.name), a small shop to try things in, has opened.

          /        the shop, as customers see it; a payment with “success_token” succeeds
          /desk    the back office: \(owner), password “\(password)”
                   (\(manager), same password, manages Stockholm alone)
          /till    the till: sign in as \(owner) once, choose \(shop.name) (\(shop.code)) and its \(Self.till);
                   from then on \(associate) signs in there with PIN \(pin), and whatever
                   needs a manager's word has \(DemoPeople.owner.name)'s, \(ownerPIN)

        Everybody can read these in Seam's source: change them before strangers can reach this shop.
        """
    }
}
