"""Measures what a shopper and an associate wait for, in a real Chromium, and prints it beside what is asked.

    bin/speed                             both, on the demo shop
    bin/speed --catalogue products.csv    the till with that catalogue besides (Shopify's CSV with barcodes)
    bin/speed --only shop                 or --only till

The shop is looked at as from a phone of middling speed on a slow line: four times slower than this machine, 150 ms there and
back, 1.6 Mbit/s. Somebody new opens each page, leaves and opens it again, five times; the middle one of five counts. At the
till it is the time from the scanner's Enter to the frame that shows the line.
"""

import argparse
import csv
import json
import math
import statistics
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import demo
from shop import COMMAND, PROJECT, Shop
from till import Till

HERE = Path(__file__).parent
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 1_600_000 / 8}
SLOWER = 4
TIMES = 5
SCANS = 200
PHONE = {"width": 412, "height": 823}
PAGES = {"home": "/", "collection": "/collections/kitchen", "product": demo.PRODUCT_PATH}
GOALS = {"first": 1_500, "second": 800, "shift": 0.02, "scripts": 20_000, "bytes": 250_000, "till": 50}

# Runs before the page: notes the largest thing that was painted, and everything that moved by itself.
WATCH = """
    window.seen = { largest: 0, what: "", shift: 0 }
    new PerformanceObserver(list => { for (const entry of list.getEntries()) {
        window.seen.largest = entry.startTime
        window.seen.what = `${entry.element?.tagName ?? "?"} ${entry.url.split("/").pop().split("?")[0]}`
    } }).observe({ type: "largest-contentful-paint", buffered: true })
    new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.seen.shift += entry.value
    }).observe({ type: "layout-shift", buffered: true })
"""


class Visit:
    """One load of a page: what was seen when, and what it weighed."""

    def __init__(self, page, wire, address):
        sizes, kinds, lazy = {}, {}, set()
        wire.on("Network.requestWillBeSent", lambda event: kinds.update({event["requestId"]: (event.get("type"), event["request"]["url"])}))
        wire.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
        page.goto(address, wait_until="load")
        page.wait_for_timeout(1_200)
        seen = page.evaluate("window.seen")
        self.largest, self.what, self.shift = seen["largest"], seen["what"], seen["shift"]
        lazy = set(page.evaluate("[...document.images].filter(image => image.loading === 'lazy').map(image => image.currentSrc)"))
        weighed = [(kinds.get(request, (None, "")), size) for request, size in sizes.items()]
        self.scripts = sum(size for (kind, _), size in weighed if kind == "Script")
        self.bytes = sum(size for (_, url), size in weighed if url not in lazy)


def look(browser, address):
    """Somebody new opens a page on the slow line, and opens it again."""
    context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.add_init_script(WATCH)
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", LINE)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    first = Visit(page, wire, address)
    # Elsewhere and back, as a link would bring them: the address is asked for again, and what is kept is used.
    page.goto("about:blank")
    second = Visit(page, wire, address)
    context.close()
    return first, second


def measure_shop(browser, url):
    print(f"\n{'page':12} {'first':>8} {'second':>8} {'shift':>7} {'scripts':>9} {'bytes':>9}   largest")
    for name, path in PAGES.items():
        visits = [look(browser, url + path) for _ in range(TIMES)]
        first = statistics.median(first.largest for first, _ in visits)
        second = statistics.median(second.largest for _, second in visits)
        shift = max(visit.shift for pair in visits for visit in pair)
        one = visits[0][0]
        print(f"{name:12} {first:6.0f}ms {second:6.0f}ms {shift:7.3f} {one.scripts / 1000:7.1f}KB {one.bytes / 1000:7.1f}KB   {one.what}", flush=True)
    print(f"{'asked':12} {GOALS['first']:6}ms {GOALS['second']:6}ms {GOALS['shift']:7} {GOALS['scripts'] / 1000:7.0f}KB {GOALS['bytes'] / 1000:7.0f}KB")


# Runs at the till: notes how long each Enter takes until the frame that shows what came of it.
CLOCK = """
    window.waits = []
    let pressed = 0
    document.addEventListener("keydown", event => { if (event.key === "Enter") pressed = event.timeStamp }, { capture: true })
    new MutationObserver(() => {
        if (!pressed) return
        const since = pressed
        pressed = 0
        requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => window.waits.push(performance.now() - since)
            port2.postMessage(null)
        })
    }).observe(document.querySelector("#lines"), { childList: true, subtree: true, characterData: true, attributes: true })
"""


def barcodes(catalogue):
    """Codes of the catalogue that a till can scan, spread over it."""
    if catalogue:
        with open(catalogue, encoding="utf-8", newline="") as file:
            codes = [row["Variant Barcode"] for row in csv.DictReader(file) if row.get("Variant Barcode") and row.get("Variant Price")]
    else:
        products = [json.loads(path.read_text()) for path in sorted((PROJECT / "Demo" / "assortment" / "products").glob("*.json"))]
        codes = [product["variants"][0]["gtin"] for product in products if product["status"] == "active"]
    codes = list(dict.fromkeys(codes))
    return codes[:: max(1, len(codes) // SCANS)][:SCANS]


def measure_till(browser, shop, catalogue):
    page = browser.new_context(viewport={"width": 1024, "height": 768}).new_page()
    Till(page, shop).register(demo.STORE, demo.OWNER, demo.PASSWORD).sign_in(demo.ASSOCIATE, demo.PIN)
    page.evaluate(CLOCK)
    codes = barcodes(catalogue)
    for number, code in enumerate(codes):
        page.keyboard.type(code)
        page.keyboard.press("Enter")
        page.wait_for_function("count => window.waits.length >= count", arg=number + 1)
    waits = sorted(page.evaluate("window.waits"))[: len(codes)]
    high = waits[math.ceil(0.95 * len(waits)) - 1]
    print(f"\ntill: {len(waits)} scans, from Enter to the line on the screen: median {statistics.median(waits):.0f} ms, p95 {high:.0f} ms (asked {GOALS['till']} ms)")
    page.context.close()


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--only", choices=["shop", "till"])
    words.add_argument("--catalogue", help="a products CSV to import beside the demo's products")
    asked = words.parse_args()
    with tempfile.TemporaryDirectory() as folder, Shop(folder) as shop, sync_playwright() as playwright:
        if asked.catalogue:
            subprocess.run([COMMAND, "import", "products", asked.catalogue, "--database", f"{folder}/shop.db"], cwd=PROJECT, check=False)
        chromium = subprocess.run([HERE / "find-chromium"], capture_output=True, text=True).stdout.strip()
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        if asked.only != "till":
            measure_shop(browser, shop.url)
        if asked.only != "shop":
            measure_till(browser, shop, asked.catalogue)
        browser.close()


if __name__ == "__main__":
    main()
