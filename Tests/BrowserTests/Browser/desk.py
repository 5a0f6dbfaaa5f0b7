"""The back office, as those who work there speak of it."""

from playwright.sync_api import expect

from patience import ready


class Desk:
    def __init__(self, page, shop):
        self.page = page
        self.url = shop.url

    def sign_in(self, email, password):
        self.go("")
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Password").fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Good to see you")
        ready(self.page)
        return self

    def go(self, path):
        self.page.goto(f"{self.url}/desk{path}", wait_until="domcontentloaded")
        return self

    def read_in(self, language):
        """Chooses a language, and the door's browser with it."""
        self.go("")
        self.page.locator(".tongue summary").click()
        self.page.locator(f".tongue button[value={language}]").click()
        expect(self.page.locator("html")).to_have_attribute("lang", language)
        self.page.context.add_cookies([{"name": "language", "value": language, "url": self.url}])
        return self

    def row(self, title):
        return self.page.get_by_role("row").filter(has=self.page.get_by_role("link", name=title, exact=True))

    def price(self, title):
        return self.row(title).locator("td.figure").first.text_content().strip()

    def tick(self, *titles):
        for title in titles:
            self.page.get_by_role("checkbox", name=f"Tick {title}").check()
        return self

    def preview(self, action, value=""):
        self.page.get_by_label("What", exact=True).select_option(label=action)
        self.page.get_by_label("How", exact=True).fill(value)
        self.page.get_by_role("button", name="Look at it first").click()
        return self

    def do_it(self):
        self.page.get_by_role("button", name="Change th").click()
        expect(self.page.get_by_role("status")).to_contain_text("were changed")
        ready(self.page)
        return self

    def undo(self):
        self.page.get_by_role("button", name="Undo it").click()
        expect(self.page.get_by_role("status")).to_contain_text("It was undone")
        ready(self.page)
        return self
