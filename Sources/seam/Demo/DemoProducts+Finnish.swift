import Catalog

/// The texts that have been translated so far, by handle; the others are shown in English.
enum DemoFinnish {
    static let products: [String: ProductTranslation] = [
        "halla-mug": ProductTranslation(
            title: "Halla-kivitavaramuki",
            body: """
                <p>Muki, joka viihtyy käytössä. Siihen mahtuu kolme desiä, juoma pysyy lämpimänä keskustelun verran, ja korvaan sopii koko \
                käsi – ilman lapasta.</p>
                <p>Hallan kaksi keraamikkoa dreijaa jokaisen itse ja kastaa sen yhteen kolmesta lasitteesta. Pohja jää paljaaksi, jotta näkyy, \
                mistä muki on tehty. Kahta samanlaista ei ole.</p>
                """,
            words: ["Glaze": "Lasite", "Fog": "Sumu", "Moss": "Sammal", "Clay": "Savi"]),
        "vakka-box": ProductTranslation(
            title: "Vakka-puurasia",
            body: """
                <p>Rasia, jolta saimme puolet nimestämme. Haapalastu höyrytetään, taivutetaan muotin ympäri ja ommellaan kuusenjuurella, kuten \
                tehtiin, kun nauloja ei ollut tuhlattavaksi.</p>
                <p>Siinä säilytetään leipää, kirjeitä, ompelutarpeita ja parasta suklaata. Tyhjinä kolme kokoa mahtuvat sisäkkäin.</p>
                """,
            words: ["Size": "Koko", "Small, 12 cm": "Pieni, 12 cm", "Medium, 18 cm": "Keskikoko, 18 cm", "Large, 24 cm": "Suuri, 24 cm"]),
        "talvi-throw": ProductTranslation(
            title: "Talvi-villahuopa",
            body: """
                <p>Sohvan siihen päähän, joka on lähinnä ikkunaa. Gotlannin lampaiden puhdasta uutta villaa, toiselta puolelta harjattu, \
                ja hapsut, joita kissakin kunnioittaa päivän tai kaksi.</p>
                """,
            words: ["Colour": "Väri", "Lichen": "Jäkälä", "Snow": "Lumi"]),
        "vadelma-jam": ProductTranslation(
            title: "Vadelmahillo",
            body: """
                <p>Nimemme toinen puoli. Vadelmia, sokeria ja hyvin vähän muuta; keitetty pienissä kattiloissa, sillä suurissa siitä \
                tulee siirappia.</p>
                <p>Lettujen päälle, puuroon tai lusikalla suoraan purkista, kun kukaan ei katso.</p>
                """,
            words: ["Jar": "Purkki"]),
        "paahto-coffee": ProductTranslation(
            title: "Paahto-kahvi",
            body: """
                <p>Suomalaiset juovat kahvia enemmän kuin kukaan muu, ja vaaleana. Vaalea paahtomme on heille: kirkas, hieman hapokas, neljä \
                kuppia ennen puoltapäivää. Tumma on kaikille muille.</p>
                <p>Kokonaisia papuja, paahdettu maanantaisin. Myymälöissämme jauhamme ne odottaessasi.</p>
                """,
            words: ["Roast": "Paahto", "Light": "Vaalea", "Dark": "Tumma", "Bag": "Pussi"]),
    ]

    static let collections: [String: (title: String, description: String)] = [
        "kitchen": ("Keittiö", "<p>Työkaluja, jotka kestävät käyttöä ja katsetta.</p>"),
        "pantry": ("Ruokakaappi", "<p>Lyhyitä ainesosaluetteloita.</p>"),
        "home": ("Koti", "<p>Puuta, villaa ja kynttilänvaloa.</p>"),
    ]
}
