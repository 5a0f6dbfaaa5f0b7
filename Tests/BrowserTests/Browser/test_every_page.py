"""Every page that can be reached, found by following its links: what is new is looked at without being named here."""

import re

import pytest
from playwright.sync_api import expect

import catalogues
import demo
from desk import Desk
from inspection import OVERFLOW, WATCH, glance, inspect, look, violations, walk
from patience import ARRIVED
from shop import Shop
from storefront import ProductPage
from till import Till


EMAIL = "aino.walks@example.com"
# What opens something over the counter.
KEYS = ["F1", "F3", "F4", "F6", "F7", "F8", "F9", "F10", "Shift+F7"]


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    with Shop(tmp_path_factory.mktemp("pages")) as running:
        yield running


@pytest.fixture
def visitor(person, shop):
    page = person()
    page.base = shop.url
    page.add_init_script(WATCH)
    return page


def expect_sound(page, start, within):
    """Every page in English, in every width and both schemes. Returns their addresses."""
    addresses = walk(page, start, within)
    print(f"{len(addresses)} kinds of pages: {' '.join(addresses)}")
    faults = [fault for path in addresses for fault in inspect(page, path)]
    assert not faults, "\n".join(faults)
    return addresses


def expect_said(page, addresses, language, surfaces, home=""):
    """The same pages in another language: nothing is left in English, and longer words break nothing."""
    english = catalogues.english(language, *surfaces)
    faults = [fault for path in addresses for fault in glance(page, home + path, english)]
    assert not faults, "\n".join(faults)


def test_every_page_of_the_shop_is_sound(visitor, shop):
    visitor.goto(shop.url + "/sign-in")
    form = visitor.locator("form[action='/register']")
    form.get_by_label("Name").fill("Aino Virtanen")
    form.get_by_label("E-mail").fill(EMAIL)
    form.get_by_label("Password").fill("blueberries in july")
    form.get_by_role("button").click()
    expect(visitor).to_have_url(shop.url + "/account")
    cart = ProductPage(visitor).open(shop.url + demo.PRODUCT_PATH).add_to_cart(1)
    paid = cart.check_out().deliver_to("Aino Virtanen", EMAIL)
    expect(visitor).to_have_url(re.compile("/checkout/"))
    review = visitor.url.removeprefix(shop.url)
    assert paid.pay().order_number > 0
    order = visitor.url.removeprefix(shop.url)
    ProductPage(visitor).open(shop.url + demo.PRODUCT_PATH).add_to_cart(2)
    start = ["/", "/search?q=mug", "/search?q=nothing-like-it", "/cart", "/checkout", review, order, "/account", "/wishlist", "/find-order",
             "/sign-in", "/stories", demo.PRODUCT_PATH, "/no-such-page"]
    addresses = expect_sound(visitor, start, lambda path: not path.startswith(("/desk", "/till", "/feeds", "/assets", "/sitemap")))
    for language in catalogues.LANGUAGES:
        expect_said(visitor, addresses, language, ["shop", "sentences"], home=f"/{language}")


def test_every_page_of_the_desk_is_sound(visitor, shop):
    desk = Desk(visitor, shop).sign_in(demo.OWNER, demo.PASSWORD)
    addresses = expect_sound(visitor, ["/desk", "/desk/sign-in", "/desk/no-such-page"], lambda path: path.startswith("/desk"))
    for language in catalogues.LANGUAGES:
        desk.read_in(language)
        expect_said(visitor, addresses, language, ["desk", "sentences"])
    desk.read_in("en")


def test_every_page_of_the_till_is_sound(visitor, shop):
    till = Till(visitor, shop).register(demo.STORE, demo.OWNER, demo.PASSWORD).sign_in(demo.ASSOCIATE, demo.PIN)
    till.add(demo.PRODUCT).take_cash("50").next_sale()
    start = ["/till", "/till/sign-in", "/till/register", "/till/no-such-page"]
    addresses = expect_sound(visitor, start, lambda path: path.startswith("/till"))
    for language in catalogues.LANGUAGES:
        till.read_in(language)
        expect_said(visitor, addresses, language, ["till", "sentences"])
        visitor.goto(shop.url + "/till")
        till.choose(demo.PRODUCT)
        english = catalogues.english(language, "till", "till-script", "sentences")
        faults = look(visitor, "a sale", english)
        for key in KEYS:
            visitor.keyboard.press(key)
            expect(visitor.locator("dialog[open]")).to_be_visible()
            faults += look(visitor, f"what {key} opens", english)
            visitor.keyboard.press("Escape")
            expect(visitor.locator("dialog[open]")).to_have_count(0)
        assert not faults, "\n".join(faults)
    till.read_in("en")


def expect_sound_as_it_is(page, what):
    """What is open now: a dialog, a drawer."""
    page.evaluate(ARRIVED)
    faults = [f"{what}: {fault}" for fault in violations(page)] + [f"{what}: {part} reaches over the edge" for part in page.evaluate(OVERFLOW)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens_over_a_page_of_the_shop_is_sound(visitor, shop, scheme):
    visitor.emulate_media(color_scheme=scheme)
    visitor.set_viewport_size({"width": 360, "height": 740})
    ProductPage(visitor).open(shop.url + demo.PRODUCT_PATH).add_to_cart(1)
    expect(visitor.get_by_role("dialog")).to_be_visible()
    expect_sound_as_it_is(visitor, "the cart at the edge")
    visitor.keyboard.press("Escape")
    visitor.get_by_role("link", name="See where").click()
    expect(visitor.get_by_role("dialog")).to_be_visible()
    expect_sound_as_it_is(visitor, "the shops that have it")
    visitor.keyboard.press("Escape")
    visitor.locator("[data-zoom]").first.click()
    expect(visitor.get_by_role("dialog", name="Picture")).to_be_visible()
    expect_sound_as_it_is(visitor, "a picture from near")
    visitor.keyboard.press("Escape")
    visitor.get_by_role("button", name="Menu", exact=True).click()
    expect(visitor.get_by_role("navigation").get_by_role("link", name="Kitchen").first).to_be_visible()
    expect_sound_as_it_is(visitor, "the menu")
    visitor.goto(shop.url + "/collections/kitchen")
    visitor.get_by_text("Narrow the list").click()
    expect_sound_as_it_is(visitor, "what a list can be narrowed by")
    visitor.get_by_role("searchbox", name="Search products").fill("mu")
    expect(visitor.get_by_role("link", name="Halla stoneware mug").first).to_be_visible()
    expect_sound_as_it_is(visitor, "what the search box proposes")


@pytest.mark.parametrize("scheme, width", [("light", 1024), ("dark", 360)])
def test_what_opens_over_the_till_is_sound(visitor, shop, scheme, width):
    visitor.emulate_media(color_scheme=scheme)
    visitor.set_viewport_size({"width": width, "height": 760})
    till = Till(visitor, shop).register(demo.STORE, demo.OWNER, demo.PASSWORD, name=f"Till {width}").sign_in(demo.ASSOCIATE, demo.PIN)
    till.add(demo.PRODUCT)
    expect_sound_as_it_is(visitor, "a sale")
    for key in KEYS:
        visitor.keyboard.press(key)
        expect(visitor.locator("dialog[open]")).to_be_visible()
        expect_sound_as_it_is(visitor, f"what {key} opens")
        visitor.keyboard.press("Escape")
        expect(visitor.locator("dialog[open]")).to_have_count(0)
    till.take_cash("50")
    expect_sound_as_it_is(visitor, "the receipt")
