"""The till's module in a real browser, with a server that these tests can silence: what it shows, keeps and sends."""

import html
import json
import re

import pytest
from playwright.sync_api import expect

from conftest import keep
from shop import PROJECT

# Nothing listens there: every request is answered below. The name makes it a secure context.
ORIGIN = "http://till.localhost"
SETTINGS = {
    "device": "dev_1", "till": "Till 1", "shop": {"name": "Harbour", "lines": ["1 Quay", "Helsinki"]},
    "staff": {"id": "stf_1", "name": "Ada"}, "currency": "EUR", "digits": 2, "language": "en-IE", "timeZone": "Europe/Helsinki",
}
LAMP = {"variant": "var_lamp", "title": "Lamp", "sku": "LAMP", "price": 4990, "stock": 3}
CUP = {"variant": "var_cup", "title": "Cup", "sku": None, "price": 1200, "stock": None}
CODES = {"4006381333931": [LAMP], "LAMP": [LAMP], "5901234123457": [LAMP, CUP]}


class Server:
    """Answers as the till's server does, unless it is told to be silent or to refuse."""

    def __init__(self):
        self.sales = {}
        self.posts = 0
        self.mood = "well"

    def answer(self, route):
        request = route.request
        path = request.url.removeprefix(ORIGIN)
        if path == "/till":
            return route.fulfill(content_type="text/html", body=counter_page())
        if path.startswith("/assets/"):
            return route.fulfill(path=PROJECT / "Public" / path.removeprefix("/assets/").split("?")[0])
        if path == "/till/sign-in":
            return route.fulfill(content_type="text/html", body="<title>Sign in</title>")
        if self.mood == "silent":
            return route.abort()
        if self.mood == "signed out":
            return route.fulfill(status=401, json={"code": "till.signed_out", "detail": "Sign in again."})
        if path.startswith("/till/products"):
            return route.fulfill(json=self.found(request.url))
        if path == "/till/sales":
            return self.book(route, request.post_data_json)
        return route.fulfill(status=404)

    def found(self, url):
        text = html.unescape(re.search(r"q=([^&]*)", url).group(1)).replace("%20", " ")
        if text in CODES:
            return {"isCode": True, "products": CODES[text]}
        return {"isCode": False, "products": [thing for thing in (LAMP, CUP) if text.lower() in thing["title"].lower()]}

    def book(self, route, sale):
        self.posts += 1
        if self.mood == "refusing":
            return route.fulfill(status=422, json={"code": "cart.not_for_sale", "detail": "This is not sold here any more."})
        self.sales.setdefault(sale["id"], sale)
        if self.mood == "losing answers":
            return route.abort()
        return route.fulfill(json={"order": sale["id"], "number": list(self.sales).index(sale["id"]) + 1})


def counter_page():
    """The page that the server renders, with what it fills in filled in."""
    templates = PROJECT / "Templates" / "till"
    page = (templates / "TillPage.mustache").read_text()
    blocks = dict(re.findall(r"{{\$(\w+)}}(.*?){{/\1}}", page, re.S))
    text = (templates / "Layout.mustache").read_text()
    text = re.sub(r"{{\$(\w+)}}.*?{{/\1}}", lambda block: blocks[block.group(1)], text, flags=re.S)
    values = {"shop": "Harbour", "till": "Till 1", "person": "Ada", "language": "en", "settings": json.dumps(SETTINGS)}
    return re.sub(r"{{(\w+)}}", lambda tag: html.escape(values[tag.group(1)]), text)


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def till(chromium, server, request):
    context = chromium.new_context(locale="en-IE")
    context.route("**/*", server.answer)
    page, broken = context.new_page(), []
    page.on("pageerror", lambda error: broken.append(str(error)))
    # Requests fail here on purpose.
    page.on("console", lambda note: broken.append(note.text) if note.type == "error" and "load resource" not in note.text else None)
    comes_to(page)
    yield page
    if getattr(request.node, "failed", False):
        keep(page, request.node.name)
    context.close()
    assert not broken, f"the browser's console holds errors: {broken}"


def comes_to(page):
    """Loads the till and waits until it sells."""
    page.goto(ORIGIN + "/till")
    expect(page.get_by_role("searchbox")).to_be_visible()


def scan(page, code):
    """As a scanner does that is a keyboard, with the focus anywhere but in a field: faster than these tests could type."""
    page.evaluate(
        """code => [...code, "Enter"].forEach(key =>
            document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })))""",
        code,
    )


def search(page, text):
    page.get_by_role("searchbox").fill(text)


def pay(page, given):
    page.get_by_role("button", name="Take cash").click()
    page.get_by_label("Given").fill(given)
    page.get_by_role("button", name="Complete the sale").click()


def total(page):
    return page.locator("#total")


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
    assert sale["lines"] == [{"variant": "var_lamp", "quantity": 2, "unitPrice": 4990}]
    assert (sale["cash"], sale["currency"], sale["staff"]) == (10000, "EUR", "stf_1")
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
    expect(till.get_by_role("button", name="Take cash")).to_be_disabled()


def test_too_little_cash_completes_nothing(till, server):
    scan(till, "LAMP")
    till.get_by_role("button", name="Take cash").click()
    till.get_by_label("Given").fill("40")
    expect(till.locator("#back")).to_have_text("€9.90 missing")
    expect(till.get_by_role("button", name="Complete the sale")).to_be_disabled()
    till.get_by_role("button", name="€50.00").click()
    expect(till.locator("#back")).to_have_text("€0.10")
    till.get_by_role("button", name="Back").click()
    assert server.posts == 0


def test_a_barcode_scanned_into_the_cash_field_is_no_cash(till, server):
    scan(till, "LAMP")
    till.get_by_role("button", name="Take cash").click()
    till.get_by_label("Given").fill("4006381333931")
    till.get_by_label("Given").press("Enter")
    expect(till.locator("#back")).to_have_text("This is too much.")
    assert server.posts == 0


def test_a_reload_in_the_middle_loses_nothing(till):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    till.get_by_role("button", name="One more of Lamp").click()
    comes_to(till)
    expect(total(till)).to_have_text("€99.80")


def test_a_cleared_sale_is_gone_after_a_reload_too(till):
    till.on("dialog", lambda dialog: dialog.accept())
    scan(till, "LAMP")
    till.get_by_role("button", name="Clear").click()
    expect(till.get_by_text("Nothing is in this sale yet.")).to_be_visible()
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
    expect(till.get_by_text("This is not sold here any more.")).to_be_hidden()
    assert len(server.sales) == 1


def test_a_session_that_ended_keeps_sales_and_asks_to_sign_in(till, server):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    server.mood = "signed out"
    pay(till, "50")
    till.get_by_role("button", name="Next sale").click()
    till.get_by_role("link", name="Sign in again").click()
    server.mood = "well"
    comes_to(till)
    expect(till.locator("#waiting")).to_have_text("")
    assert len(server.sales) == 1


def test_a_second_tab_of_the_same_till_stands_aside(till):
    scan(till, "LAMP")
    second = till.context.new_page()
    second.goto(ORIGIN + "/till")
    expect(second.get_by_text("open in another tab")).to_be_visible()
    expect(second.get_by_role("searchbox")).to_be_hidden()
