"""What is written and arranged in the back office: stories, pictures in their order, the front, fields that propose."""

import pytest
from playwright.sync_api import expect

import demo
from desk import Desk
from patience import at, ready, until
from shop import PROJECT

PICTURE = PROJECT / "Public" / "demo" / "lettu-pan-800.webp"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_story_is_written_with_a_picture_and_products_and_read_in_the_shop(shop, person, scripts):
    page = person(java_script_enabled=scripts)
    desk = Desk(page, shop).sign_in(demo.OWNER, demo.PASSWORD).go("/stories")
    page.get_by_role("link", name="New story").click()
    page.get_by_label("Title").fill("What salt is for")
    page.get_by_label("Text").fill("Less than you think.\n\n## How much\n\n- salt\n\n1. Taste\n2. Stop")
    page.get_by_label("SKU or handle of a product").fill(demo.SKU)
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("link", name=demo.PRODUCT)).to_be_visible()
    expect(page.get_by_label("Title")).to_have_value("What salt is for")
    page.get_by_label("From this device").set_input_files(PICTURE)
    page.get_by_label("What it shows").fill("A pan")
    page.get_by_label("State").select_option("published")
    page.get_by_role("button", name="Create").click()
    expect(page.get_by_role("status")).to_contain_text("Created.")
    page.get_by_role("link", name="See it in the shop").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What salt is for")
    expect(page.get_by_role("heading", name="How much")).to_be_visible()
    expect(page.get_by_role("link", name=demo.PRODUCT).first).to_be_visible()
    picture = page.get_by_role("img", name="A pan").first
    expect(picture).to_be_visible()
    assert "/pictures/" in picture.get_attribute("src")


def addresses(page):
    return page.eval_on_selector_all(".shot:not([data-empty]) img", "images => images.map(image => image.getAttribute('src'))")


def test_pictures_of_a_product_are_put_in_order_with_the_pointer_and_with_keys(shop, person):
    page = person()
    desk = Desk(page, shop).sign_in(demo.OWNER, demo.PASSWORD).go("/products?search=halla+stoneware+mug")
    page.get_by_role("link", name="Halla stoneware mug", exact=True).click()
    at(page, "Halla stoneware mug")
    before = addresses(page)
    assert len(before) == 5
    page.locator(".shot").nth(2).drag_to(page.locator(".shot").nth(0))
    until(page, lambda: addresses(page)[0] == before[2], "the third picture is the first")
    # By its number too, which is all that there is without scripts.
    page.get_by_label("Place", exact=True).nth(0).fill("2")
    page.get_by_label("Place", exact=True).nth(0).press("Tab")
    until(page, lambda: addresses(page)[:2] == [before[0], before[2]], "it is the second again")
    # No variant shows the fourth one.
    page.get_by_label("Take it out").nth(3).check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    assert addresses(ready(page)) == [before[0], before[2], before[1], before[4]]


def test_the_front_is_saved_by_enter_and_walked_through_in_its_window(shop, person):
    page = person()
    desk = Desk(page, shop).sign_in(demo.OWNER, demo.PASSWORD).go("/channels")
    page.get_by_role("link", name="Vakka & Vadelma").click()
    page.get_by_role("link", name="Its front").click()
    title = page.get_by_label("Title").first
    title.fill("Made slowly")
    title.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    window = page.frame_locator("iframe[name=look]")
    expect(window.get_by_role("heading", level=1)).to_have_text("Made slowly")
    page.get_by_role("link", name="A product").click()
    expect(window.locator("[data-product]")).to_be_visible()
    window.get_by_role("link", name="Kitchen").first.click()
    expect(window.get_by_role("heading", level=1)).to_have_text("Kitchen")
    until(page, lambda: "/preview/-/collections/kitchen" in page.frame(name="look").url, "the window shows the kitchen")


def test_a_field_that_takes_a_number_proposes_places_by_name(shop, person):
    page = person()
    Desk(page, shop).sign_in(demo.OWNER, demo.PASSWORD).go("/orders")
    page.get_by_label("Sold at location").type("hels")
    expect(page.locator("datalist option[value='S1']")).to_have_count(1)
