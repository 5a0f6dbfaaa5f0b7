"""One shop, two places: what is sold at one of them is gone at the other, at once."""

from playwright.sync_api import expect

import demo
from storefront import ProductPage
from till import Till


def test_a_sale_at_the_till_changes_the_number_on_an_open_product_page(shop, person):
    shopper = ProductPage(person()).open(shop.url + demo.PRODUCT_PATH)
    shopper.expect_title(demo.PRODUCT)
    before = shopper.in_stock

    checkout = ProductPage(person()).open(shop.url + demo.PRODUCT_PATH).add_to_cart(2).check_out()
    number = checkout.deliver_to("Aino Virtanen", "aino@example.com").pay().order_number
    assert number > 0
    shopper.expect_in_stock(before - 2)

    till = Till(person(), shop).register(demo.STORE, demo.OWNER, demo.PASSWORD).sign_in(demo.ASSOCIATE, demo.PIN)
    till.add(demo.PRODUCT).more(demo.PRODUCT).more(demo.PRODUCT).take_cash("1000")
    shopper.expect_in_stock(before - 5)


def test_a_declined_card_buys_nothing_and_says_so(shop, person):
    page = ProductPage(person()).open(shop.url + demo.PRODUCT_PATH)
    checkout = page.add_to_cart().check_out().deliver_to("Aino Virtanen", "aino@example.com")
    checkout.pay("A card that is declined")
    expect(checkout.page.get_by_role("alert")).to_contain_text("The payment was declined.")
    assert checkout.pay().order_number > 0
