"""A product's own page, as somebody looks at it closely: its pictures, its variants, what is promised of it."""

import re

from playwright.sync_api import expect

from storefront import Cart, ProductPage

MUG = "/products/halla-mug"


def first_picture(page):
    return page.locator("[data-gallery] img").first


def test_choosing_a_variant_changes_picture_stock_and_promise(shop, person):
    page = person()
    page.goto(shop.url + MUG)
    expect(page.get_by_text("With you in 2 to 4 working days")).to_be_visible()
    expect(first_picture(page)).to_have_attribute("src", re.compile("fog"))
    page.locator("a.option", has_text="Clay").click()
    expect(first_picture(page)).to_have_attribute("src", re.compile("clay"))
    expect(page).to_have_url(re.compile("variant="))
    # What is sold out now is promised to nobody.
    page.locator("a.option", has_text="Moss").click()
    expect(page.locator(".product-stock").get_by_text("Sold out", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Sold out")).to_be_disabled()
    expect(page.get_by_text("On your wish list you find it again")).to_be_visible()
    expect(page.get_by_text("With you in 2 to 4 working days")).to_have_count(0)
    page.locator("a.option", has_text="Clay").click()
    expect(page.get_by_role("button", name="Add to cart")).to_be_enabled()
    expect(page.get_by_text("On your wish list you find it again")).to_be_hidden()


def test_what_sells_out_while_one_looks_at_it_cannot_be_pressed_until_some_are_back(shop, person):
    looking, buying = person(), person()
    page = ProductPage(looking).open(shop.url + MUG)
    others = ProductPage(buying).open(shop.url + MUG)
    others.add_to_cart(page.in_stock).check_out().deliver_to("Aino Virtanen", "aino@example.com")
    expect(looking.get_by_role("button", name="Sold out")).to_be_disabled()
    expect(looking.get_by_role("button", name="Add to cart")).to_have_count(0)
    # The buyer thinks again and takes one only, so the rest is free.
    buying.goto(shop.url + "/cart")
    buying.get_by_label("Quantity of").fill("1")
    buying.keyboard.press("Tab")
    expect(buying.get_by_role("link", name="Cart, 1 item")).to_be_visible()
    Cart(buying).check_out().deliver_to("Aino Virtanen", "aino@example.com")
    expect(looking.get_by_role("button", name="Add to cart")).to_be_enabled()


def test_pictures_are_swiped_and_looked_at_from_near_with_keys_alone(shop, person):
    page = person(viewport={"width": 390, "height": 800}, has_touch=True)
    page.goto(shop.url + MUG)
    page.locator("[data-gallery]").evaluate("strip => strip.scrollTo({ left: strip.clientWidth, behavior: 'instant' })")
    expect(page.get_by_role("link", name="Picture 2")).to_have_attribute("aria-current", "true")
    page.locator("[data-zoom]").first.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Picture")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()


def test_the_checkout_begins_with_the_country_of_the_shop_and_says_when_things_come(shop, person):
    page = person()
    ProductPage(page).open(shop.url + MUG).add_to_cart(1).check_out()
    expect(page.get_by_label("Country")).to_have_value("FI")
    page.get_by_label("E-mail").fill("aino@example.com")
    page.get_by_label("Name", exact=True).fill("Aino")
    page.get_by_label("Street and number").fill("Fabianinkatu 1")
    page.get_by_label("Town or city").fill("Helsinki")
    page.get_by_role("button", name="Keep it for me and go to payment").click()
    expect(page.get_by_text("Expected")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Pay ")).click()
    expect(page.get_by_role("heading", name=re.compile("Your order is number"))).to_be_visible()
    expect(page.get_by_text("Expected")).to_be_visible()
