"""The till's module with a server that these tests can silence: what it shows, keeps and sends."""

import re

from playwright.sync_api import expect

from patience import until
from till_page import ORIGIN, begin_to_pay, comes_to, pay, scan, search, server, till, total, written  # noqa: F401 the fixtures


def test_a_scan_sells_and_the_receipt_gets_its_number(till, server):
    scan(till, "4006381333931")
    scan(till, "4006381333931")
    expect(total(till)).to_have_text("€99.80")
    expect(till.locator("#units")).to_have_text("2 items")
    pay(till, "100")
    expect(till.locator("#change")).to_have_text("€0.20")
    expect(till.locator("#slip")).to_contain_text("2 ×")
    expect(till.locator("#number")).to_have_text("No. 1")
    [sale] = server.sales.values()
    assert re.fullmatch("ord_[0-7][0-9a-hjkmnp-tv-z]{25}", sale["id"])
    [line] = sale["lines"]
    assert (line["variant"], line["quantity"], line["unitPrice"], line["discount"]) == ("var_lamp", 2, 4990, 0)
    assert sale["tenders"] == [{"kind": "cash", "amount": 10000, "reference": ""}]
    assert (sale["currency"], sale["staff"], sale["customer"]) == ("EUR", "stf_1", None)
    till.get_by_role("button", name="Next sale").click()
    expect(till.get_by_text("Nothing is in this sale yet.")).to_be_visible()
    expect(till.get_by_role("searchbox")).to_be_focused()


def test_words_find_and_a_click_sells(till):
    search(till, "la")
    till.get_by_role("button", name="Lamp").click()
    search(till, "cup")
    till.get_by_role("button", name="Cup").click()
    expect(total(till)).to_have_text("€61.90")
    search(till, "nothing like it")
    expect(till.locator("#search-notice")).to_contain_text("Nothing is sold here")


def test_a_code_typed_with_enter_sells_at_once(till):
    search(till, "LAMP")
    till.keyboard.press("Enter")
    expect(total(till)).to_have_text("€49.90")
    expect(till.get_by_role("searchbox")).to_have_value("")


def test_a_code_that_several_things_carry_asks_which(till):
    scan(till, "5901234123457")
    expect(till.locator("#search-notice")).to_contain_text("Several")
    till.get_by_role("button", name="Cup").click()
    expect(total(till)).to_have_text("€12.00")


def test_quantities_change_by_steps_and_by_typing(till):
    scan(till, "LAMP")
    till.get_by_role("button", name="One more of Lamp").click()
    expect(total(till)).to_have_text("€99.80")
    till.get_by_label("Quantity of Lamp").fill("5")
    till.get_by_label("Quantity of Lamp").press("Enter")
    expect(total(till)).to_have_text("€249.50")
    till.get_by_label("Quantity of Lamp").fill("many")
    till.get_by_label("Quantity of Lamp").press("Tab")
    expect(till.get_by_label("Quantity of Lamp")).to_have_value("5")
    till.get_by_label("Quantity of Lamp").fill("1")
    till.get_by_label("Quantity of Lamp").press("Enter")
    till.get_by_role("button", name="Remove Lamp").click()
    expect(till.locator("#pay")).to_be_disabled()


def test_too_little_cash_completes_nothing(till, server):
    scan(till, "LAMP")
    begin_to_pay(till)
    till.get_by_label("Given").fill("40")
    expect(till.locator("#back")).to_have_text("€9.90")
    expect(till.locator("#back-label")).to_have_text("Still to pay")
    till.get_by_role("button", name="€50.00").click()
    expect(till.locator("#back")).to_have_text("€0.10")
    till.get_by_role("button", name="Back", exact=True).click()
    assert server.posts == 0


def test_a_barcode_scanned_into_the_cash_field_is_no_cash(till, server):
    scan(till, "LAMP")
    begin_to_pay(till)
    till.get_by_label("Given").fill("4006381333931")
    till.get_by_label("Given").press("Enter")
    expect(till.locator("#back")).to_have_text("This is too much.")
    assert server.posts == 0


def test_a_reload_in_the_middle_loses_nothing(till):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    till.get_by_role("button", name="One more of Lamp").click()
    written(till, 3)
    comes_to(till)
    expect(total(till)).to_have_text("€99.80")


def test_a_cleared_sale_can_be_had_back_and_is_gone_after_a_reload(till):
    scan(till, "LAMP")
    till.get_by_role("button", name="Clear").click()
    expect(till.get_by_text("Nothing is in this sale yet.")).to_be_visible()
    till.get_by_role("button", name="Undo").click()
    expect(total(till)).to_have_text("€49.90")
    till.get_by_role("button", name="Clear").click()
    expect(till.get_by_text("Nothing is in this sale yet.")).to_be_visible()
    written(till, 0)
    comes_to(till)
    expect(till.get_by_text("Nothing is in this sale yet.")).to_be_visible()


def test_a_sale_without_a_server_is_kept_and_sent_later(till, server):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    server.mood = "silent"
    pay(till, "50")
    expect(till.locator("#change")).to_have_text("€0.10")
    expect(till.locator("#waiting")).to_contain_text("1 sale waits")
    comes_to(till)
    expect(till.locator("#waiting")).to_contain_text("1 sale waits")
    server.mood = "well"
    expect(till.locator("#waiting")).to_have_text("")
    assert len(server.sales) == 1


def test_an_answer_that_is_lost_sells_nothing_twice(till, server):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    server.mood = "losing answers"
    # It says that a sale waits before it has sent it.
    with till.expect_event("requestfailed", lambda request: request.url.endswith("/till/sales")):
        pay(till, "50")
    expect(till.locator("#waiting")).to_contain_text("1 sale waits")
    server.mood = "well"
    expect(till.locator("#number")).to_have_text("No. 1")
    assert len(server.sales) == 1 and server.posts > 1


def test_a_refused_sale_is_kept_and_shown(till, server):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    server.mood = "refusing"
    pay(till, "50")
    till.get_by_role("button", name="Next sale").click()
    expect(till.get_by_text("This is not sold here any more.")).to_be_visible()
    comes_to(till)
    expect(till.get_by_text("This is not sold here any more.")).to_be_visible()
    server.mood = "well"
    till.get_by_role("button", name="Try again").click()
    # It is shown as refused no more before it is sent.
    until(till, lambda: server.sales, "the sale is booked")
    expect(till.get_by_text("This is not sold here any more.")).to_be_hidden()
    expect(till.locator("#waiting")).to_have_text("")
    assert len(server.sales) == 1


def test_a_session_that_ended_keeps_sales_and_asks_to_sign_in(till, server):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    server.mood = "signed out"
    pay(till, "50")
    till.get_by_role("button", name="Next sale").click()
    till.get_by_role("link", name="Sign in again").click()
    expect(till).to_have_title("Sign in")
    server.mood = "well"
    comes_to(till)
    # A page that has just come says of nothing that it waits.
    until(till, lambda: server.sales, "the sale is booked")
    expect(till.locator("#waiting")).to_have_text("")
    assert len(server.sales) == 1


def test_a_second_tab_of_the_same_till_stands_aside(till):
    scan(till, "LAMP")
    second = till.context.new_page()
    second.goto(ORIGIN + "/till")
    expect(second.get_by_text("open in another tab")).to_be_visible()
    expect(second.get_by_role("searchbox")).to_be_hidden()
