"""The back office: many things at once and back again, one thing where it stands, everything from the keyboard."""

import re

import pytest
from playwright.sync_api import expect

import demo
from desk import Desk
from patience import at


def two_products(desk):
    """The titles of the first two products of the list."""
    titles = desk.page.locator("tbody th > a").all_text_contents()
    return titles[:2]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_many_products_are_changed_at_once_and_changed_back(shop, person, scripts):
    desk = Desk(person(java_script_enabled=scripts), shop).sign_in(demo.OWNER, demo.PASSWORD).go("/products?status=active")
    titles = two_products(desk)
    before = [desk.price(title) for title in titles]

    desk.tick(*titles).preview("Price by … per cent", "-50")
    expect(desk.page.get_by_role("heading", level=1)).to_contain_text("Prices change by −50%")
    expect(desk.page.locator("del").nth(1)).to_be_attached()
    desk.do_it().go("/products?status=active")
    assert [desk.price(title) for title in titles] != before

    desk.go("/bulk-edits")
    desk.page.locator("tbody th a").first.click()
    desk.undo().go("/products?status=active")
    assert [desk.price(title) for title in titles] == before


def test_a_product_is_changed_where_it_stands_in_the_list(shop, person):
    desk = Desk(person(), shop).sign_in(demo.OWNER, demo.PASSWORD).go("/products?search=sampo")
    desk.page.get_by_role("link", name=f"Change {demo.PRODUCT} here").click()
    title = desk.page.get_by_role("textbox", name="Title")
    title.fill("")
    desk.page.get_by_role("button", name="Save", exact=True).click()
    expect(desk.page.get_by_text("Please fill this in.")).to_be_visible()
    title.fill("Sampo mill for salt")
    desk.page.get_by_role("button", name="Save", exact=True).click()
    expect(desk.page.get_by_role("link", name="Sampo mill for salt", exact=True)).to_be_visible()
    expect(desk.page).not_to_have_url(re.compile("edit="))


def test_everything_is_reached_from_the_keyboard(shop, person):
    page = person()
    desk = Desk(page, shop).sign_in(demo.OWNER, demo.PASSWORD)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("dialog").locator("input")).to_be_focused()
    page.keyboard.type("sampo salt")
    expect(page.get_by_role("option").first).to_contain_text(demo.PRODUCT)
    page.keyboard.press("Enter")
    at(page, demo.PRODUCT)

    page.keyboard.press("g")
    page.keyboard.press("p")
    at(page, "Products")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator('input[name="pick"]:checked')).to_have_count(1)
    page.keyboard.press("e")
    expect(page.get_by_role("textbox", name="Title")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("textbox", name="Title")).to_have_count(0)
    second = page.locator("tbody th > a").nth(1).text_content()
    page.locator("tbody th > a").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(second)


def test_a_file_is_brought_in_while_the_page_tells_how_far_it_is(shop, person, tmp_path):
    desk = Desk(person(), shop).sign_in(demo.OWNER, demo.PASSWORD).go("/imports")
    table = tmp_path / "goods.csv"
    rows = "".join(f"bulk-{n},Bulk thing {n},BULK-{n},4.90\n" for n in range(300))
    table.write_text("Handle,Title,Variant SKU,Variant Price\n" + rows + "worse,Worse,W-1,cheap\n")
    desk.page.get_by_label("The CSV file").set_input_files(table)
    desk.page.get_by_role("button", name="Bring it in").click()
    expect(desk.page.get_by_text("some refused")).to_be_visible(timeout=90_000)
    expect(desk.page.get_by_role("cell", name="Variant Price")).to_be_visible()
