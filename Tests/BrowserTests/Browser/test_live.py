"""However many tabs of a shop a browser has open, it holds one stream; and every tab hears what changes."""

import re
import time
import urllib.request

import demo
from storefront import ProductPage


def streams(shop):
    with urllib.request.urlopen(shop.url + "/metrics", timeout=5) as answer:
        return int(re.search(r"^seam_live_streams (\d+)$", answer.read().decode(), re.MULTILINE).group(1))


def expect_streams(shop, wanted):
    """That many, and never more for a while. For a moment there may be fewer: a stream is opened anew for new topics."""
    deadline = time.monotonic() + 10
    while streams(shop) != wanted and time.monotonic() < deadline:
        time.sleep(0.05)
    seen = []
    for _ in range(20):
        seen.append(streams(shop))
        time.sleep(0.05)
    assert max(seen) == wanted, seen


def test_the_tabs_of_a_browser_share_one_stream(shop, person):
    page = person()
    tabs = [ProductPage(tab).open(shop.url + demo.PRODUCT_PATH) for tab in [page, page.context.new_page(), page.context.new_page()]]
    elsewhere = page.context.new_page()
    elsewhere.goto(shop.url + "/products/halla-mug")
    expect_streams(shop, 1)
    before = tabs[0].in_stock

    buyer = person()
    ProductPage(buyer).open(shop.url + demo.PRODUCT_PATH).add_to_cart(1).check_out().deliver_to("Aino Virtanen", "aino@example.com")
    for tab in tabs:
        tab.expect_in_stock(before - 1)

    # The tab that held the stream goes, and another takes over.
    tabs[0].page.close()
    expect_streams(shop, 1)
    ProductPage(buyer).open(shop.url + demo.PRODUCT_PATH).add_to_cart(1).check_out().deliver_to("Aino Virtanen", "aino@example.com")
    for tab in tabs[1:]:
        tab.expect_in_stock(before - 2)


def test_two_browsers_hold_a_stream_each_and_none_is_left_when_they_go(shop, person):
    first, second = person(), person()
    for page in [first, second]:
        ProductPage(page).open(shop.url + demo.PRODUCT_PATH)
    expect_streams(shop, 2)
    first.goto("about:blank")
    expect_streams(shop, 1)
    second.goto("about:blank")
    expect_streams(shop, 0)
