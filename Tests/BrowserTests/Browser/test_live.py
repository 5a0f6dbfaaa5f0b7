"""However many tabs of a shop a browser has open, it holds one stream; and every tab hears what changes."""

import re
import time
import urllib.request

import demo
from patience import SECONDS
from storefront import ProductPage

# So many looks in a row, a twentieth of a second apart.
STEADY = 20


def streams(shop):
    with urllib.request.urlopen(shop.url + "/metrics", timeout=SECONDS) as answer:
        return int(re.search(r"^seam_live_streams (\d+)$", answer.read().decode(), re.MULTILINE).group(1))


def expect_streams(shop, wanted):
    """It comes to that many and stays so for a second. Until then there may be fewer, since a stream is opened anew for
    new topics, and more, since the server hears a moment later that somebody has gone."""
    deadline = time.monotonic() + SECONDS
    seen = []
    while len(seen) < STEADY or set(seen[-STEADY:]) != {wanted}:
        assert time.monotonic() < deadline, f"{wanted} streams were wanted: {seen}"
        seen.append(streams(shop))
        time.sleep(0.05)


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
