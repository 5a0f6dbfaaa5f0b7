extension DemoProduct {
    /// Everything that the shop sells, in the order in which it came in: the last ones stand on the front page.
    static let assortment: [DemoProduct] = [
        kesaOil, ruisCrispbread, harjaBrush, puuroSpoon, ahtiPan, terhoKnife, metsaHoney, hehkuCandles, pilviTowel, sarkaApron, tuohiBasket,
        yoChocolate, keloBoard, aamuDripper,
        kasteCarafe, vadelmaJam, sampoMill, kuuPot, talviThrow, paahtoCoffee, vakkaBox, hallaMug,
    ]
}
