"""The till's module in a real browser, with a server that tests can silence, and what people do there."""

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
    "staff": {"id": "stf_1", "name": "Ada"}, "currency": "EUR", "digits": 2, "receiptLanguage": "en-IE", "timeZone": "Europe/Helsinki",
    "managers": [{"id": "stf_2", "name": "Mona"}], "isManager": False, "reductionPercent": 10, "reasons": ["goodwill", "damaged"],
    "session": "sts_1", "idleMinutes": 10,
}
PICTURES = "/assets/demo/"
LAMP = {"variant": "var_lamp", "title": "Lamp", "sku": "LAMP", "price": 4990, "stock": 3, "image": PICTURES + "kaste-carafe-800.webp"}
CUP = {"variant": "var_cup", "title": "Cup", "sku": None, "price": 1200, "stock": None, "image": None}
CODES = {"4006381333931": [LAMP], "LAMP": [LAMP], "5901234123457": [LAMP, CUP]}


class Server:
    """Answers as the till's server does, unless it is told to be silent or to refuse."""

    def __init__(self):
        self.sales = {}
        self.parked = {}
        self.approved = {}
        self.posts = 0
        self.locks = 0
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
        if path == "/till/lock":
            self.locks += 1
            return route.fulfill(json={})
        if path == "/till/unlock":
            return self.unlock(route, request.post_data_json)
        if path == "/till/approvals":
            return self.approve(route, request.post_data_json)
        if path.startswith("/till/customers"):
            return route.fulfill(json=self.customers(request))
        if path.startswith("/till/stock/"):
            spots = [{"name": "Harbour", "town": "Helsinki", "kind": "here", "distance": 0, "free": 3},
                     {"name": "Tampere, Hämeenkatu", "town": "Tampere", "kind": "store", "distance": 161_200, "free": 0},
                     {"name": "Warehouse", "town": "Vantaa", "kind": "warehouse", "distance": 15_400, "free": 120}]
            return route.fulfill(json={"title": "Lamp", "spots": spots})
        if path.startswith("/till/parked"):
            return self.park(route, request, path.removeprefix("/till/parked").strip("/").split("/"))
        return route.fulfill(status=404)

    def customers(self, request):
        if request.method == "POST":
            return {"id": "cus_new", "name": request.post_data_json["name"], "contact": ""}
        return {"customers": [{"id": "cus_1", "name": "Aino Virtanen", "contact": "a…@example.com"}]}

    def approve(self, route, sent):
        if sent["pin"] != "2580":
            return route.fulfill(status=401, json={"code": "staff.wrong_pin", "detail": "The PIN is wrong."})
        self.approved[sent["sale"]] = sent["most"]
        return route.fulfill(json={"sale": sent["sale"], "most": sent["most"]})

    def unlock(self, route, sent):
        if (sent["staff"], sent["pin"]) != ("stf_1", "4826"):
            return route.fulfill(status=401, json={"code": "staff.wrong_pin", "detail": "The PIN is wrong."})
        return route.fulfill(json={"session": "sts_2"})

    def park(self, route, request, parts):
        sale = parts[0]
        if request.method == "PUT":
            self.parked[sale] = request.post_data_json
        elif request.method == "DELETE":
            self.parked.pop(sale, None)
        elif request.method == "POST":
            kept = self.parked[sale]
            customer = {"id": kept["customer"], "name": "Aino Virtanen"} if kept["customer"] else None
            return route.fulfill(json={"id": sale, "commands": kept["commands"], "customer": customer})
        else:
            rows = [{"id": id, "label": kept["label"], "person": "Ada", "customer": None, "units": kept["units"],
                     "total": kept["total"], "at": "10.15"} for id, kept in self.parked.items()]
            return route.fulfill(json={"sales": rows})
        return route.fulfill(json={})

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
    text = re.sub(r"{{>(\w+)}}", lambda part: (templates / f"{part.group(1)}.mustache").read_text(), text)
    # In English: a text as it stands, without the note for translators behind it; its scripts know it by heart.
    text = re.sub(r"\[\[(.*?)(?:\|[^\]]*)?\]\]", r"\1", text).replace("{{{texts}}}", "{}").replace("{{{receiptTexts}}}", "{}")
    text = re.sub(r"{{#spokenLanguages}}.*?{{/spokenLanguages}}", "", text, flags=re.S)
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


def written(page, commands):
    """Waits until the journal of the open sale holds so many commands: what is not on the disk yet, a reload loses."""
    page.wait_for_function(
        """async commands => {
            const opening = indexedDB.open("seam-till-dev_1")
            const journal = await new Promise((opened, failed) => {
                opening.onsuccess = () => opened(opening.result)
                opening.onerror = failed
            })
            try {
                const count = journal.transaction("command").objectStore("command").count()
                return await new Promise(counted => { count.onsuccess = () => counted(count.result === commands) })
            } finally {
                journal.close()
            }
        }""",
        arg=commands,
    )


def scan(page, code):
    """As a scanner does that is a keyboard, with the focus anywhere but in a field: faster than these tests could type."""
    page.evaluate(
        """code => [...code, "Enter"].forEach(key =>
            document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })))""",
        code,
    )


def search(page, text):
    page.get_by_role("searchbox").fill(text)


def begin_to_pay(page):
    page.locator("#pay").click()


def pay(page, given):
    begin_to_pay(page)
    page.get_by_label("Given").fill(given)
    page.get_by_role("button", name="Complete the sale").click()


def press(page, key):
    page.keyboard.press(key)


def total(page):
    return page.locator("#total")
