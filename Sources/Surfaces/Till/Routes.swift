import Hummingbird
import Web

extension Till {
    /// All that the till answers.
    public func add(to router: Router<SeamContext>) {
        router.get("/till", use: showTill)
        router.get("/till/products", use: findProducts)
        router.post("/till/sales", use: bookSale)
        router.get("/till/sales", use: showSales)
        router.get("/till/sales/{order}", use: showSale)
        router.get("/till/report", use: showReport)
        router.get("/till/stock/{variant}", use: showStock)
        router.post("/till/photos", use: readPhoto)
        router.get("/till/customers", use: findCustomers)
        router.post("/till/customers", use: acceptCustomer)
        router.get("/till/parked", use: showParked)
        router.put("/till/parked/{sale}", use: acceptParking)
        router.post("/till/parked/{sale}/claim", use: acceptClaim)
        router.delete("/till/parked/{sale}", use: acceptForgetting)

        router.get("/till/sign-in", use: showSignIn)
        router.post("/till/sign-out", use: acceptSignOut)
        router.post("/till/lock", use: acceptLock)
        router.post("/till/language", use: acceptLanguage)
        router.get("/till/register", use: showRegister)
        router.get("/till/pairing", use: showPairing)

        // Beside the brake on each account: one address may not try many.
        let guesses = router.group().add(middleware: RateLimit(attempts))
        guesses.post("/till/sign-in", use: acceptPIN)
        guesses.post("/till/unlock", use: acceptUnlock)
        guesses.post("/till/sign-in/password", use: acceptPassword)
        guesses.post("/till/register/sign-in", use: acceptManager)
        guesses.post("/till/register", use: acceptRegister)
        guesses.post("/till/approvals", use: acceptApproval)
        guesses.post("/till/pairing", use: askForPairing)
    }
}
