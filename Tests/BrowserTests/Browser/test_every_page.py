"""Every page that can be reached, found by following its links: what is new is looked at without being named here."""

import pytest
from playwright.sync_api import expect

import demo
from inspection import WATCH, inspect, walk
from shop import Shop
from storefront import ProductPage
from till import Till


EMAIL = "aino.walks@example.com"


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
    addresses = walk(page, start, within)
    print(f"{len(addresses)} kinds of pages: {' '.join(addresses)}")
    faults = [fault for path in addresses for fault in inspect(page, path)]
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
    review = visitor.url.removeprefix(shop.url)
    assert paid.pay().order_number > 0
    order = visitor.url.removeprefix(shop.url)
    ProductPage(visitor).open(shop.url + demo.PRODUCT_PATH).add_to_cart(2)
    start = ["/", "/search?q=mug", "/search?q=nothing-like-it", "/cart", "/checkout", review, order, "/account", "/wishlist", "/find-order",
             "/sign-in", "/stories", demo.PRODUCT_PATH, "/no-such-page"]
    expect_sound(visitor, start, lambda path: not path.startswith(("/desk", "/till", "/feeds", "/assets", "/sitemap")))


def test_every_page_of_the_desk_is_sound(visitor, shop):
    visitor.goto(shop.url + "/desk/sign-in")
    visitor.get_by_label("E-mail").fill(demo.OWNER)
    visitor.get_by_label("Password").fill(demo.PASSWORD)
    visitor.get_by_role("button", name="Sign in").click()
    expect(visitor).to_have_url(shop.url + "/desk")
    expect_sound(visitor, ["/desk"], lambda path: path.startswith("/desk"))


def test_every_page_of_the_till_is_sound(visitor, shop):
    till = Till(visitor, shop).register(demo.STORE, demo.OWNER, demo.PASSWORD).sign_in(demo.ASSOCIATE, demo.PIN)
    till.add(demo.PRODUCT).take_cash("50").next_sale()
    expect_sound(visitor, ["/till", "/till/sign-in", "/till/register", "/till/pairing"], lambda path: path.startswith("/till"))
