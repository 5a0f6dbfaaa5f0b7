"""The web shop, as a shopper speaks of it."""

import re

from playwright.sync_api import expect

from patience import at


class ProductPage:
    def __init__(self, page):
        self.page = page

    def open(self, url):
        self.page.goto(url)
        return self

    def expect_title(self, title):
        """It is the page of this product, whatever page led to it."""
        at(self.page, title)
        return self

    @property
    def in_stock(self):
        """How many the page says there are."""
        return int(re.search(r"(\d+)\s+in stock", self.page.get_by_role("article").inner_text()).group(1))

    def expect_in_stock(self, units):
        expect(self.page.get_by_role("article")).to_contain_text(re.compile(rf"\b{units}\s+in stock"))

    def add_to_cart(self, quantity=1):
        self.page.get_by_label("Quantity", exact=True).fill(str(quantity))
        self.page.get_by_role("button", name="Add to cart").click()
        return Cart(self.page)


class Cart:
    def __init__(self, page):
        self.page = page

    def check_out(self):
        self.page.get_by_role("link", name="Go to checkout").click()
        return Checkout(self.page)


class Checkout:
    def __init__(self, page):
        self.page = page

    def deliver_to(self, name, email):
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Name", exact=True).fill(name)
        self.page.get_by_label("Street and number").fill("1 Elm Street")
        self.page.get_by_label("Town or city").fill("Springfield")
        self.page.get_by_label("Postal code").fill("55344")
        self.page.get_by_label("Country").select_option("US")
        self.page.get_by_role("button", name="Keep it for me and go to payment").click()
        return self

    def pay(self, card="A card that is accepted"):
        self.page.get_by_label(card).check()
        self.page.get_by_role("button", name=re.compile("^Pay ")).click()
        return self

    @property
    def order_number(self):
        """The number of the order that this became."""
        heading = self.page.get_by_role("heading", name=re.compile("Your order is number"))
        expect(heading).to_be_visible()
        return int(re.search(r"number (\d+)", heading.inner_text()).group(1))
