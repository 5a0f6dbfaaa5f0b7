"""The counter with a real server behind it: from the scanner to the receipt, and by whose word."""

import re

import barcode
import demo
from playwright.sync_api import expect
from till import Till


def at_the_till(person, shop, name="Till 9"):
    return Till(person(), shop).register(demo.STORE, demo.OWNER, demo.PASSWORD, name).sign_in(demo.ASSOCIATE, demo.PIN)


def test_scan_then_card_and_cash_then_the_receipt_and_the_x_report(shop, person):
    till = at_the_till(person, shop)
    page = till.scan(demo.SKU).page
    expect(page.locator("#lines")).to_contain_text(demo.PRODUCT)
    page.keyboard.press("F6")
    page.locator("#pricing-amount").fill("5")
    page.get_by_role("radio", name="Goodwill").check()
    page.keyboard.press("Enter")
    expect(page.locator("#discounted")).to_be_visible()
    total = page.locator("#total").inner_text()
    page.keyboard.press("F10")
    page.keyboard.press("F8")
    page.locator("#given").fill("10")
    page.get_by_label("Reference on the terminal").fill("A1B2")
    page.keyboard.press("Enter")
    expect(page.locator("#paid-so-far")).to_contain_text("10")
    page.keyboard.press("F7")
    page.locator("#given").fill("50")
    page.keyboard.press("Enter")
    expect(page.locator("#slip")).to_contain_text("Card A1B2")
    expect(page.locator("#number")).to_have_text(re.compile(r"No\. \d+"))
    number = page.locator("#number").inner_text()
    till.next_sale()

    page.keyboard.press("Shift+F2")
    page.get_by_role("link", name=number, exact=True).click()
    expect(page.locator(".slip")).to_contain_text("Card A1B2")
    expect(page.locator(".slip")).to_contain_text(total)
    page.goto(shop.url + "/till/report")
    expect(page.get_by_role("row", name="Card")).to_contain_text("10")


def test_more_than_a_tenth_off_needs_a_manager(shop, person):
    till = at_the_till(person, shop)
    page = till.scan(demo.SKU).page
    expect(page.locator("#lines li")).to_have_count(1)
    page.keyboard.press("F6")
    page.locator("#pricing-amount").fill("50")
    page.get_by_role("radio", name="Goodwill").check()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="A manager has to agree")).to_be_visible()
    page.locator("#approval").get_by_label("PIN").fill("1111")
    page.keyboard.press("Enter")
    expect(page.get_by_text("The PIN is wrong.")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#discounted")).to_be_hidden()


def test_what_one_till_parks_another_goes_on_with(shop, person):
    first, second = at_the_till(person, shop, "Till 8"), at_the_till(person, shop, "Till 9")
    first.scan(demo.SKU)
    expect(first.page.locator("#lines li")).to_have_count(1)
    first.page.keyboard.press("F9")
    first.page.get_by_label("Park this sale as").fill("Blue coat")
    first.page.keyboard.press("Enter")
    expect(first.page.locator("#lines li")).to_have_count(0)
    second.page.keyboard.press("F9")
    second.page.get_by_role("button", name="Blue coat").first.click()
    expect(second.page.locator("#lines")).to_contain_text(demo.PRODUCT)
    second.take_cash("50").next_sale()


def test_a_new_device_shows_a_code_and_a_manager_types_it_elsewhere(shop, person):
    device, manager = person(), Till(person(), shop)
    device.goto(shop.url + "/till/register")
    device.get_by_role("button", name="Show a code").click()
    code = device.locator("#code").inner_text()
    manager.begin_to_register(demo.STORE, demo.OWNER, demo.PASSWORD)
    manager.page.get_by_label("Name of the new till").fill("Till 7")
    manager.page.get_by_label("Code on the screen of another device").fill(code)
    manager.page.get_by_role("button", name="Register").click()
    expect(manager.page.get_by_role("heading", name="Till 7 is a till of")).to_be_visible()
    expect(device.get_by_text("Who is selling?")).to_be_visible()
    Till(device, shop).sign_in(demo.ASSOCIATE, demo.PIN)


def test_a_photograph_of_a_barcode_sells_where_the_browser_reads_none(shop, person):
    page = at_the_till(person, shop).page
    page.evaluate("delete window.BarcodeDetector")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Scan with the camera").click()
    chooser.value.set_files({"name": "broken.jpg", "mimeType": "image/jpeg", "buffer": b"no picture at all"})
    expect(page.locator("#camera-word")).to_have_text("This photograph cannot be read. Take another one.")
    with page.expect_file_chooser() as chooser:
        page.locator("#camera-take").click()
    chooser.value.set_files({"name": "code.png", "mimeType": "image/png", "buffer": barcode.png(demo.BARCODE)})
    expect(page.locator("#lines")).to_contain_text(demo.PRODUCT)
