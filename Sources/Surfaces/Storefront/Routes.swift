import Essentials
import Hummingbird
import Web

extension Storefront {
    /// All that the shop answers.
    public func add(to router: Router<SeamContext>) {
        router.get("/", use: showHome)
        router.get("/collections/{handle}", use: showCollection)
        router.get("/products/{handle}", use: showProduct)
        router.get("/products/{handle}/shops", use: showShelves)
        router.get("/search", use: showSearch)

        router.get("/cart", use: showCart)
        router.post("/cart/lines", use: addLine)
        router.post("/cart/lines/{variant}", use: changeLine)

        router.get("/checkout", use: showCheckout)
        router.post("/checkout", use: beginCheckoutOfCart)
        router.get("/checkout/{secret}", use: showReview)
        router.post("/checkout/{secret}/payment", use: payForCheckout)
        router.get("/order/{secret}", use: showOrder)

        router.get("/locations", use: showLocations)
        router.get("/locations/{code}", use: showLocation)

        router.get("/sign-in", use: showSignIn)
        router.post("/sign-out", use: signOut)
        router.get("/account", use: showAccount)
        router.get("/account/orders/{number}", use: showOwnOrder)

        // Beside the brake on each account: one address may not try many accounts.
        let guesses = router.group().add(middleware: RateLimit(RateLimiter(burst: 20, every: .seconds(6), clock: world.clock)))
        guesses.post("/sign-in", use: signIn)
        guesses.post("/register", use: register)
    }
}
