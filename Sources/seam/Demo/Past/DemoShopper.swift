import Orders

/// Somebody who orders on the web. Nobody of that name lives there, and no mail reaches them (RFC 2606).
struct DemoShopper: Sendable {
    let contact: Contact
    /// Whether they have an account, with the password that everybody in the demo shares.
    var hasAccount = false

    /// What tells them apart.
    var key: String { contact.email }
}

extension DemoShopper {
    static let aino = DemoShopper(
        contact: Contact(
            email: "aino.virtanen@example.com", name: "Aino Virtanen", phone: "+358 40 555 0101", line1: "Fabianinkatu 1",
            postalCode: "00100", city: "Helsinki", country: "FI"), hasAccount: true)
    static let jonas = DemoShopper(
        contact: Contact(
            email: "jonas.ek@example.com", name: "Jonas Ek", line1: "Hornsgatan 80", postalCode: "118 21", city: "Stockholm",
            country: "SE"))
    static let freja = DemoShopper(
        contact: Contact(
            email: "freja@example.org", name: "Freja Holm", line1: "Istedgade 61", line2: "3. th.", postalCode: "1650",
            city: "Copenhagen", country: "DK"))
    static let maija = DemoShopper(
        contact: Contact(
            email: "maija.rautio@example.com", name: "Maija Rautio", line1: "Torikatu 18", postalCode: "90100", city: "Oulu",
            country: "FI"), hasAccount: true)
    static let ingrid = DemoShopper(
        contact: Contact(
            email: "ingrid@example.net", name: "Ingrid Solberg", line1: "Strandgaten 9", postalCode: "5013", city: "Bergen",
            country: "NO"))
    static let pekka = DemoShopper(
        contact: Contact(
            email: "pekka.laine@example.com", name: "Pekka Laine", line1: "Hämeenkatu 12", postalCode: "33100", city: "Tampere",
            country: "FI"))
    static let lauri = DemoShopper(
        contact: Contact(
            email: "lauri@example.org", name: "Lauri Niemi", line1: "Koskikatu 25", postalCode: "96200", city: "Rovaniemi",
            country: "FI"))
}
