"""A till that nobody touches: it closes by itself, keeps what was being done, and opens for the PIN of whoever it was."""

import demo
import pytest
from playwright.sync_api import expect

from inspection import violations
from patience import ARRIVED, until
from test_counter import at_the_till
from till_page import begin_to_pay, comes_to, press, scan, server, till, total  # noqa: F401 the fixtures


@pytest.fixture
def resting(till):
    """The till, with a clock that the test holds."""
    till.clock.install()
    comes_to(till)
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    return till


def locked(page):
    return page.locator("#lock")


def rest(page, minutes):
    page.clock.fast_forward(minutes * 60_000)


def type_pin(page, pin):
    page.locator("#lock-pin").fill(pin)
    press(page, "Enter")


def test_it_closes_after_a_while_and_goes_on_where_it_was(resting, server):
    begin_to_pay(resting)
    resting.locator("#given").fill("60")
    rest(resting, 9)
    expect(locked(resting)).to_be_hidden()
    press(resting, "Shift")
    rest(resting, 9)
    expect(locked(resting)).to_be_hidden()
    rest(resting, 2)
    expect(locked(resting)).to_be_visible()
    until(resting, lambda: server.locks == 1, "the session is ended")
    resting.evaluate(ARRIVED)
    assert not list(violations(resting))

    # Nothing gets past it: no key, no scanner.
    press(resting, "Escape")
    press(resting, "Escape")
    press(resting, "F10")
    scan(resting, "4006381333931")
    expect(locked(resting)).to_be_visible()
    type_pin(resting, "0000")
    expect(resting.get_by_text("The PIN is wrong.")).to_be_visible()
    type_pin(resting, "4826")
    expect(locked(resting)).to_be_hidden()
    expect(resting.locator("#given")).to_have_value("60")
    press(resting, "Escape")
    expect(total(resting)).to_have_text("€49.90")


def test_a_reload_opens_nothing(resting):
    rest(resting, 11)
    expect(locked(resting)).to_be_visible()
    comes_back = resting.reload()
    assert comes_back.ok
    expect(locked(resting)).to_be_visible()
    type_pin(resting, "4826")
    expect(locked(resting)).to_be_hidden()
    expect(total(resting)).to_have_text("€49.90")


def test_without_a_server_it_stays_closed_and_says_so(resting, server):
    rest(resting, 11)
    expect(locked(resting)).to_be_visible()
    until(resting, lambda: server.locks == 1, "the session is ended")
    server.mood = "silent"
    type_pin(resting, "4826")
    expect(locked(resting)).to_contain_text("only it knows this PIN. What is in the sale is kept.")
    server.mood = "well"
    type_pin(resting, "4826")
    expect(locked(resting)).to_be_hidden()
    expect(total(resting)).to_have_text("€49.90")
    # Nothing of a PIN is left on the device, where somebody could try them all.
    assert resting.evaluate("Object.keys(sessionStorage)") == []
    assert resting.evaluate("Object.keys(localStorage).filter(key => key !== 'seam-till-touched')") == []


def test_without_a_server_it_closes_nothing_that_nobody_could_open(resting, server):
    server.mood = "silent"
    rest(resting, 11)
    expect(locked(resting)).to_be_hidden()
    scan(resting, "4006381333931")
    expect(resting.locator("#search-notice")).to_contain_text("The server cannot be reached")


def test_the_server_asks_for_the_pin_too_and_the_sale_is_still_there(shop, person):
    till = at_the_till(person, shop)
    page = till.page
    page.clock.install()
    page.goto(shop.url + "/till")
    expect(page.locator("#counter")).to_be_visible()
    till.scan(demo.SKU)
    expect(page.locator("#lines")).to_contain_text(demo.PRODUCT)
    with page.expect_response("**/till/lock") as answer:
        rest(page, 11)
    assert answer.value.ok
    expect(locked(page)).to_be_visible()
    # Nobody is signed in any more, whatever page is asked for.
    other = page.context.new_page()
    other.goto(shop.url + "/till/report")
    expect(other.get_by_text("Who is selling?")).to_be_visible()
    other.close()
    type_pin(page, demo.PIN)
    expect(locked(page)).to_be_hidden()
    expect(page.locator("#lines")).to_contain_text(demo.PRODUCT)

    # Somebody else takes over at the door; the sale waits for them.
    rest(page, 11)
    expect(locked(page)).to_be_visible()
    page.get_by_role("button", name="Somebody else").click()
    till.sign_in(demo.ASSOCIATE, demo.PIN)
    expect(page.locator("#lines")).to_contain_text(demo.PRODUCT)

    # A page beside the counter is left open by nobody, either.
    page.goto(shop.url + "/till/report")
    expect(page.get_by_role("heading", name="X report")).to_be_visible()
    rest(page, 11)
    expect(locked(page)).to_be_visible()
