import Orders

/// Somebody who has ordered something. They have no account.
enum DemoShopper: Sendable, Hashable {
    case aino, jonas, freja, maija, ingrid, pekka, lauri

    var contact: Contact {
        switch self {
        case .aino:
            Contact(
                email: "aino.virtanen@example.com", name: "Aino Virtanen", phone: "+358 40 555 0101", line1: "Fabianinkatu 1",
                postalCode: "00100", city: "Helsinki", country: "FI")
        case .jonas:
            Contact(
                email: "jonas.ek@example.com", name: "Jonas Ek", line1: "Hornsgatan 80", postalCode: "118 21", city: "Stockholm",
                country: "SE")
        case .freja:
            Contact(
                email: "freja@example.org", name: "Freja Holm", line1: "Istedgade 61", line2: "3. th.", postalCode: "1650",
                city: "Copenhagen", country: "DK")
        case .maija:
            Contact(
                email: "maija.rautio@example.com", name: "Maija Rautio", line1: "Torikatu 18", postalCode: "90100", city: "Oulu",
                country: "FI")
        case .ingrid:
            Contact(
                email: "ingrid@example.net", name: "Ingrid Solberg", line1: "Strandgaten 9", postalCode: "5013", city: "Bergen",
                country: "NO")
        case .pekka:
            Contact(
                email: "pekka.laine@example.com", name: "Pekka Laine", line1: "Hämeenkatu 12", postalCode: "33100", city: "Tampere",
                country: "FI")
        case .lauri:
            Contact(
                email: "lauri@example.org", name: "Lauri Niemi", line1: "Koskikatu 25", postalCode: "96200", city: "Rovaniemi",
                country: "FI")
        }
    }
}
