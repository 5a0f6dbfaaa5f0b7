import Essentials
import Hummingbird
import Web

extension Storefront {
    /// All that the shop answers: its pages at their plain addresses in its own language, below `/fi` in Finnish.
    public func add(to router: Router<SeamContext>) {
        router.get("/pictures/{file}", use: showPicture)
        router.get("/preview/{theme}", use: showPreview)
        router.get("/preview/{theme}/**", use: showPreview)
        router.get("/robots.txt", use: showRobots)
        router.get("/sitemap.xml", use: showSitemapIndex)
        router.get("/sitemap/{file}", use: showSitemap)
        router.get("/feeds/products.xml", use: showProductFeed)
        router.post("/language", use: chooseLanguage)

        // Beside the brake on each account: one address may not try many accounts.
        let guesses = RateLimiter(burst: 20, every: .seconds(6), clock: world.clock)
        addPages(to: router.group().add(middleware: OwnTongue(storefront: self)), RateLimit(guesses))
        for language in languages {
            let group = router.group(RouterPath(language)).add(middleware: OtherTongue(storefront: self, language: language))
            addPages(to: group, RateLimit(guesses, below: "/" + language))
        }
    }

    private func addPages(to router: RouterGroup<SeamContext>, _ guesses: RateLimit) {
        router.get("/", use: showHome)
        router.get("/collections/{handle}", use: showCollection)
        router.get("/products/{handle}", use: showProduct)
        router.get("/products/{handle}/shops", use: showShelves)
        router.get("/search", use: showSearch)
        router.get("/search/suggestions", use: showSuggestions)
        router.get("/wishlist", use: showWishList)
        router.post("/wishlist", use: changeWishList)
        router.get("/tiles", use: showTiles)

        router.get("/stories", use: showStories)
        router.get("/stories/{handle}", use: showStory)

        router.get("/cart", use: showCart)
        router.post("/cart/lines", use: addLine)
        router.post("/cart/lines/{variant}", use: changeLine)

        router.get("/checkout", use: showCheckout)
        router.post("/checkout", use: beginCheckoutOfCart)
        router.get("/checkout/{secret}", use: showReview)
        router.post("/checkout/{secret}/payment", use: payForCheckout)
        router.get("/order/{secret}", use: showOrder)
        router.get("/find-order", use: showFindOrder)

        router.get("/locations", use: showLocations)
        router.get("/locations/{code}", use: showLocation)

        router.get("/sign-in", use: showSignIn)
        router.post("/sign-out", use: signOut)
        router.get("/account", use: showAccount)
        router.get("/account/orders/{number}", use: showOwnOrder)
        router.post("/account/addresses", use: keepAddress)
        router.post("/account/addresses/{id}/removal", use: dropAddress)

        let guesses = router.group().add(middleware: guesses)
        guesses.post("/sign-in", use: signIn)
        guesses.post("/register", use: register)
        guesses.post("/find-order", use: findOrder)
    }
}
