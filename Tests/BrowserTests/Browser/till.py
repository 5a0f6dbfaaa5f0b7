"""The till, as a shop assistant speaks of it."""

from playwright.sync_api import expect


class Till:
    def __init__(self, page, shop):
        self.page = page
        self.shop = shop

    def register(self, store, email, password, name="Till 9"):
        """A manager makes this browser a till of a store."""
        self.begin_to_register(store, email, password)
        self.page.get_by_label("Name of the new till").fill(name)
        self.page.get_by_role("button", name="Register").click()
        return self

    def begin_to_register(self, store, email, password):
        """A manager signs in and chooses the store."""
        self.page.goto(self.shop.url + "/till/register")
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Password").fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.get_by_role("link", name=store).click()
        return self

    def sign_in(self, name, pin):
        self.page.get_by_role("radio", name=name).check()
        self.page.get_by_label("PIN").fill(pin)
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        expect(self.page.get_by_role("heading", name="Sale")).to_be_visible()
        return self

    def add(self, title):
        self.page.get_by_label("Scan a barcode, or search by name or SKU").fill(title)
        self.page.get_by_role("list", name="Found").get_by_role("button", name=title).first.click()
        return self

    def choose(self, title):
        """The same in whatever language."""
        self.page.locator("#query").fill(title)
        self.page.locator("#results button").first.click()
        expect(self.page.locator("#lines li").first).to_be_visible()
        return self

    def read_in(self, language):
        """Chooses a language, and the door's browser with it."""
        self.page.goto(self.shop.url + "/till")
        # Its buttons are there before its script hears them.
        expect(self.page.locator("#counter")).to_be_visible()
        self.page.locator("#language").click()
        self.page.locator(f"#languages button[value={language}]").click()
        expect(self.page.locator("html")).to_have_attribute("lang", language)
        self.page.context.add_cookies([{"name": "language", "value": language, "url": self.shop.url}])
        return self

    def scan(self, code):
        """As a scanner does that is a keyboard, with the focus anywhere but in a field."""
        self.page.evaluate(
            """code => [...code, "Enter"].forEach(key =>
                document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })))""",
            code,
        )
        return self

    def more(self, title):
        self.page.get_by_role("button", name=f"One more of {title}").click()
        return self

    def take_cash(self, amount):
        """Takes that much for the sale; the receipt is on the screen when this returns."""
        self.page.locator("#pay").click()
        self.page.get_by_label("Given").fill(amount)
        self.page.get_by_role("button", name="Complete the sale").click()
        expect(self.page.get_by_role("dialog", name="Change")).to_be_visible()
        return self

    def next_sale(self):
        self.page.get_by_role("button", name="Next sale").click()
        return self
