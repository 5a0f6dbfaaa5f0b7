"""Buying, as people do it: on a phone and at a desk, with scripts and without, and by nobody's mouse."""

import re

import pytest
from playwright.sync_api import expect

import demo
from shop import Shop
from storefront import Cart, Checkout, ProductPage

PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
DESKTOP = {"viewport": {"width": 1440, "height": 900}}


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    with Shop(tmp_path_factory.mktemp("buying")) as running:
        yield running


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without"])
@pytest.mark.parametrize("screen", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_somebody_finds_a_thing_and_buys_it(shop, person, screen, scripts):
    page = person(**screen, java_script_enabled=scripts)
    page.goto(shop.url + "/")
    page.get_by_role("searchbox", name="Search products").fill("salt mill")
    page.get_by_role("searchbox", name="Search products").press("Enter")
    page.get_by_role("main").get_by_role("link", name=demo.PRODUCT).click()
    product = ProductPage(page).expect_title(demo.PRODUCT)
    before = product.in_stock
    product.add_to_cart(2)
    assert go_to_checkout(page).deliver_to("Aino Virtanen", "aino@example.com").pay().order_number > 0
    page.goto(shop.url + demo.PRODUCT_PATH)
    product.expect_in_stock(before - 2)


def go_to_checkout(page):
    """From the drawer that a script opens, or from the cart's page."""
    page.get_by_role("link", name="Go to checkout").click()
    return Checkout(page)


def test_somebody_buys_with_the_keyboard_alone(shop, person):
    page = person(**DESKTOP)
    page.goto(shop.url + "/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    tab_to(page, page.get_by_role("searchbox", name="Search products"))
    page.keyboard.type("salt mill")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=salt"))
    tab_to(page, page.get_by_role("main").get_by_role("link", name=demo.PRODUCT))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Add to cart"))
    page.keyboard.press("Enter")
    checkout = page.get_by_role("link", name="Go to checkout")
    expect(checkout).to_be_visible()
    tab_to(page, checkout)
    page.keyboard.press("Enter")
    for label, text in [("E-mail", "aino@example.com"), ("Name", "Aino Virtanen"), ("Street and number", "1 Elm Street"),
                        ("Postal code", "00100"), ("Town or city", "Helsinki")]:
        tab_to(page, page.get_by_label(re.compile(f"^{label}")))
        page.keyboard.type(text)
    tab_to(page, page.get_by_label("Country"))
    page.keyboard.type("Finland")
    tab_to(page, page.get_by_role("button", name="Keep it for me and go to payment"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("A card that is accepted"))
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name=re.compile("^Pay ")))
    page.keyboard.press("Enter")
    assert Checkout(page).order_number > 0


def tab_to(page, target, most=120):
    """Goes on from field to field until it is there; every stop on the way can be seen."""
    expect(target).to_be_visible()
    for _ in range(most):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
        seen = page.evaluate("""() => {
            const element = document.activeElement
            if (!element || element === document.body) return true
            const ring = [element, ...element.querySelectorAll("*"), element.parentElement].some(part => {
                const styles = [getComputedStyle(part), getComputedStyle(part, "::after")]
                return styles.some(style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
            })
            return ring || `${element.tagName} “${element.textContent.trim().slice(0, 40)}” shows no focus`
        }""")
        assert seen is True, seen
    raise AssertionError(f"{target} cannot be reached by keyboard")


def test_two_browsers_side_by_side_see_each_others_purchases(shop, person):
    watching, buying = person(**DESKTOP), person(**PHONE)
    seen = ProductPage(watching).open(shop.url + demo.PRODUCT_PATH)
    before = seen.in_stock
    ProductPage(buying).open(shop.url + demo.PRODUCT_PATH).add_to_cart(1)
    Cart(buying).check_out().deliver_to("Aino Virtanen", "aino@example.com")
    seen.expect_in_stock(before - 1)
