import Hummingbird
import Web

/// All that the back office answers.
extension Desk {
    public func add(to router: Router<SeamContext>) {
        let door = router.group("desk")
        door.get("sign-in", use: showSignIn)
        door.get("set-up", use: showSetUp)
        door.post("sign-out", use: acceptSignOut)
        door.post("language", use: acceptLanguage)
        let guesses = router.group("desk").add(middleware: RateLimit(attempts))
        guesses.post("sign-in", use: acceptSignIn)
        guesses.post("set-up", use: acceptSetUp)

        let desk = router.group("desk").add(middleware: SignedIn(database: database, world: world))
        desk.get(use: room(showHome))
        desk.get("find", use: room(showFound))
        desk.get("suggestions", use: room(showSuggestions))
        desk.post("views", use: room(acceptView))
        desk.post("views/{id}/removal", use: room(acceptViewRemoval))
        addProducts(to: desk)
        desk.post("pictures", use: room(acceptPictures))
        addBulkEdits(to: desk)
        addImports(to: desk)
        addCollections(to: desk)
        addStories(to: desk)
        addStock(to: desk)
        addChannels(to: desk)
        addLocations(to: desk)
        addPeople(to: desk)
        desk.get("price-lists", use: room(showPriceLists))
        desk.post("price-lists", use: room(acceptNewPriceList))
        desk.get("price-lists/{id}/products.csv", use: room(showExport))
        desk.get("orders", use: room(showOrders))
        desk.get("orders/{id}", use: room(showOrder))
        desk.post("orders/{id}/cancellation", use: room(acceptCancellation))
        desk.post("orders/{id}/contact-erasure", use: room(acceptContactErasure))
        desk.get("settings", use: room(showSettings))
        desk.post("settings", use: room(acceptSettings))
        desk.get("devices", use: room(showDevices))
        desk.post("devices", use: room(acceptDevice))
        desk.post("devices/{id}/retirement", use: room(acceptDeviceRetirement))
        desk.get("followers", use: room(showFollowers))
        desk.get("activity", use: room(showActivity))
    }

    private func addProducts(to desk: RouterGroup<SeamContext>) {
        desk.get("products", use: room(showProducts))
        desk.post("products", use: room(acceptNewProduct))
        desk.get("products/new", use: room(showNewProduct))
        desk.get("products/{id}", use: room(showProduct))
        desk.post("products/{id}", use: room(acceptProduct))
        desk.get("products/{id}/history", use: room(showHistory))
        desk.post("products/{id}/restoration", use: room(acceptRestoration))
        desk.get("products/{id}/translations", use: room(showTranslations))
        desk.post("products/{id}/translations", use: room(acceptTranslation))
        desk.post("products/{id}/row", use: room(acceptRow))
        desk.post("products/{id}/collections", use: room(acceptMembership))
        desk.post("products/{id}/archival", use: room(acceptProductArchival))
        desk.post("products/{id}/revival", use: room(acceptProductRevival))
    }

    private func addImports(to desk: RouterGroup<SeamContext>) {
        desk.get("imports", use: room(showImports))
        desk.post("imports", use: room(acceptImport))
        desk.get("imports/{id}", use: room(showImport))
        desk.get("imports/{id}/refused.csv", use: room(showImportReport))
        desk.post("imports/{id}/dismissal", use: room(acceptImportDismissal))
        desk.get("exports/locations.csv", use: room(showLocationExport))
        desk.get("exports/stock.csv", use: room(showStockExport))
    }

    private func addBulkEdits(to desk: RouterGroup<SeamContext>) {
        desk.get("bulk-edits", use: room(showBulkEdits))
        desk.post("bulk-edits", use: room(acceptBulkEdit))
        desk.post("bulk-edits/preview", use: room(showBulkPreview))
        desk.get("bulk-edits/{id}", use: room(showBulkEdit))
        desk.post("bulk-edits/{id}/undo", use: room(acceptBulkUndo))
    }

    private func addCollections(to desk: RouterGroup<SeamContext>) {
        desk.get("collections", use: room(showCollections))
        desk.post("collections", use: room(acceptNewCollection))
        desk.get("collections/new", use: room(showNewCollection))
        desk.get("collections/{id}", use: room(showCollection))
        desk.post("collections/{id}", use: room(acceptCollection))
        desk.post("collections/{id}/products", use: room(acceptCollectionProduct))
        desk.post("collections/{id}/removal", use: room(acceptCollectionRemoval))
        desk.post("collections/{id}/place", use: room(acceptCollectionPlace))
        desk.post("collections/{id}/archival", use: room(acceptCollectionArchival))
    }

    private func addStories(to desk: RouterGroup<SeamContext>) {
        desk.get("stories", use: room(showStories))
        desk.post("stories", use: room(acceptNewStory))
        desk.get("stories/new", use: room(showNewStory))
        desk.get("stories/{id}", use: room(showStory))
        desk.post("stories/{id}", use: room(acceptStory))
        desk.get("stories/{id}/translations", use: room(showStoryTranslations))
        desk.post("stories/{id}/translations", use: room(acceptStoryTranslation))
    }

    private func addStock(to desk: RouterGroup<SeamContext>) {
        desk.get("stock", use: room(showStock))
        desk.get("stock/counts", use: room(showCounts))
        desk.get("stock/{id}", use: room(showVariantStock))
        desk.post("stock/{id}", use: room(acceptShelf))
        desk.get("stock/{id}/why", use: room(showWhy))
        desk.get("stock/{id}/ledger", use: room(showLedger))
        desk.get("stock/{id}/at/{location}", use: room(showShelf))
        desk.post("stock/{id}/at/{location}/receipts", use: room(acceptReceipt))
        desk.post("stock/{id}/at/{location}/counts", use: room(acceptCount))
        desk.post("stock/{id}/at/{location}/moves", use: room(acceptMove))
        desk.post("stock/{id}/at/{location}/asides", use: room(acceptAside))
    }

    private func addChannels(to desk: RouterGroup<SeamContext>) {
        desk.get("channels", use: room(showChannels))
        desk.post("channels", use: room(acceptNewChannel))
        desk.get("channels/new", use: room(showNewChannel))
        desk.get("fronts/{id}", use: room(showFront))
        desk.post("fronts/{id}", use: room(acceptFront))
        desk.get("fronts/{id}/translations", use: room(showFrontTranslations))
        desk.post("fronts/{id}/translations", use: room(acceptFrontTranslation))
        desk.get("guides/{id}", use: room(showGuide))
        desk.post("guides/{id}", use: room(acceptGuide))
        desk.get("channels/{id}", use: room(showChannel))
        desk.post("channels/{id}", use: room(acceptChannel))
        desk.post("channels/{id}/rule", use: room(acceptStockRule))
        desk.post("channels/{id}/locations", use: room(acceptChannelLocations))
        desk.post("channels/{id}/stock", use: room(acceptChannelStock))
        desk.post("channels/{id}/archival", use: room(acceptChannelArchival))
        desk.post("channels/{id}/revival", use: room(acceptChannelRevival))
    }

    private func addLocations(to desk: RouterGroup<SeamContext>) {
        desk.get("locations", use: room(showLocations))
        desk.post("locations", use: room(acceptNewLocation))
        desk.get("locations/map", use: room(showMap))
        desk.get("locations/new", use: room(showNewLocation))
        desk.get("locations/{id}", use: room(showLocation))
        desk.post("locations/{id}", use: room(acceptLocation))
        desk.post("locations/{id}/archival", use: room(acceptLocationArchival))
        desk.post("locations/{id}/revival", use: room(acceptLocationRevival))
    }

    private func addPeople(to desk: RouterGroup<SeamContext>) {
        desk.get("staff", use: room(showPeople))
        desk.post("staff", use: room(acceptNewPerson))
        desk.get("roles", use: room(showRoles))
        desk.get("staff/new", use: room(showNewPerson))
        desk.get("staff/{id}", use: room(showPerson))
        desk.post("staff/{id}", use: room(acceptPerson))
        desk.post("staff/{id}/roles", use: room(acceptRole))
        desk.post("staff/{id}/role-revocation", use: room(acceptRoleRevocation))
        desk.post("staff/{id}/password", use: room(acceptPassword))
        desk.post("staff/{id}/pin", use: room(acceptPIN))
        desk.post("staff/{id}/archival", use: room(acceptPersonArchival))
        desk.post("staff/{id}/revival", use: room(acceptPersonRevival))
    }
}
