"""What is done with a sale at the counter, and what the server is told of it."""

import pytest
from playwright.sync_api import expect

from till_page import begin_to_pay, comes_to, pay, press, scan, search, server, till, total, written  # noqa: F401 the fixtures


def test_a_line_that_was_removed_comes_back_where_it_was(till):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    search(till, "cup")
    till.get_by_role("button", name="Cup").click()
    till.get_by_role("button", name="Remove Lamp").click()
    expect(total(till)).to_have_text("€12.00")
    press(till, "Control+z")
    expect(total(till)).to_have_text("€61.90")
    expect(till.locator("#lines .title").first).to_have_text("Lamp")


def test_a_sale_is_paid_half_by_card_and_half_in_cash(till, server):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    press(till, "F10")
    press(till, "F8")
    till.locator("#given").fill("20")
    till.get_by_label("Reference on the terminal").fill("A1B2")
    press(till, "Enter")
    expect(till.locator("#due")).to_have_text("€29.90")
    # What a card has paid survives a reload.
    comes_to(till)
    expect(till.locator("#pay-word")).to_have_text("Pay the other €29.90")
    pay(till, "30")
    expect(till.locator("#change")).to_have_text("€0.10")
    expect(till.locator("#slip")).to_contain_text("Card A1B2")
    expect(till.locator("#number")).to_have_text("No. 1")
    [sale] = server.sales.values()
    assert [(tender["kind"], tender["amount"], tender["reference"]) for tender in sale["tenders"]] == [("card", 2000, "A1B2"), ("cash", 3000, "")]


def test_a_card_gives_no_change(till, server):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    press(till, "F10")
    press(till, "F8")
    till.locator("#given").fill("60")
    expect(till.locator("#back")).to_have_text("A card gives no change.")
    expect(till.locator("#paid")).to_be_disabled()


def test_a_small_reduction_is_the_associates_own(till, server):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    press(till, "F6")
    till.locator("#pricing-amount").fill("10")
    till.get_by_role("radio", name="Damaged").check()
    till.get_by_role("button", name="Apply").click()
    expect(total(till)).to_have_text("€44.91")
    pay(till, "50")
    expect(till.locator("#change")).to_have_text("€5.09")
    expect(till.locator("#number")).to_have_text("No. 1")
    [sale] = server.sales.values()
    assert (sale["lines"][0]["discount"], sale["lines"][0]["reason"]) == (499, "damaged")


def test_more_than_that_needs_a_managers_pin(till, server):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    press(till, "F4")
    till.locator("#pricing-amount").fill("25")
    press(till, "Enter")
    expect(till.get_by_text("Choose why.")).to_be_visible()
    expect(total(till)).to_have_text("€49.90")
    press(till, "ArrowDown")
    expect(till.get_by_role("radio", name="Damaged")).to_be_checked()
    press(till, "Enter")
    expect(till.get_by_role("heading", name="A manager has to agree")).to_be_visible()
    expect(total(till)).to_have_text("€49.90")
    till.locator("#approval").get_by_label("PIN").fill("0000")
    press(till, "Enter")
    expect(till.get_by_text("The PIN is wrong.")).to_be_visible()
    till.locator("#approval").get_by_label("PIN").fill("2580")
    press(till, "Enter")
    expect(total(till)).to_have_text("€25.00")
    assert list(server.approved.values()) == [2490]
    # The next one of the same costs what it costs.
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€74.90")


def test_a_customer_and_notes_go_with_the_sale(till, server):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    press(till, "F3")
    till.get_by_label("Name, e-mail or telephone").fill("aino")
    till.get_by_role("button", name="Aino Virtanen").click()
    expect(till.locator("#customer-name")).to_have_text("Aino Virtanen")
    press(till, "F7")
    till.locator("#notes-text").fill("Gift wrap")
    press(till, "Enter")
    expect(till.locator(".line-note")).to_contain_text("Gift wrap")
    pay(till, "50")
    expect(till.locator("#slip")).to_contain_text("Aino Virtanen")
    expect(till.locator("#number")).to_have_text("No. 1")
    [sale] = server.sales.values()
    assert (sale["customer"], sale["lines"][0]["note"]) == ("cus_1", "Gift wrap")


def test_a_parked_sale_waits_on_the_server_and_is_gone_on_with(till, server):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    press(till, "F9")
    till.get_by_label("Park this sale as").fill("Blue coat")
    press(till, "Enter")
    expect(till.get_by_text("Nothing is in this sale yet.")).to_be_visible()
    assert len(server.parked) == 1
    written(till, 0)
    comes_to(till)
    press(till, "F9")
    till.get_by_role("button", name="Blue coat").first.click()
    expect(total(till)).to_have_text("€49.90")
    expect(till.locator("#parking")).to_be_hidden()
    assert server.parked == {}
    pay(till, "50")
    expect(till.locator("#number")).to_have_text("No. 1")
    assert len(server.sales) == 1


def test_stock_is_shown_here_nearby_and_in_the_warehouse(till):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    press(till, "F8")
    expect(till.locator("#stock-spots li")).to_have_count(3)
    expect(till.locator("#stock-spots")).to_contain_text("161 km")
    expect(till.locator("#stock-spots")).to_contain_text("120 free")


def test_the_receipt_is_there_as_text(till):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    pay(till, "50")
    expect(till.locator("#number")).to_have_text("No. 1")
    press(till, "F6")
    text = till.locator("#mail-text").input_value()
    assert "1 × Lamp" in text and "Total" in text and "No. 1" in text and "Harbour" in text


def test_a_scan_is_heard_over_a_receipt_and_over_a_dialog(till):
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")
    pay(till, "50")
    expect(till.locator("#receipt")).to_be_visible()
    scan(till, "4006381333931")
    expect(till.locator("#receipt")).to_be_hidden()
    expect(total(till)).to_have_text("€49.90")
    begin_to_pay(till)
    till.locator("#given").fill("5")
    till.evaluate(
        """code => [...code, "Enter"].forEach(key => {
            const field = document.querySelector("#given")
            const typed = field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }))
            if (typed && key !== "Enter") field.value += key
        })""",
        "4006381333931",
    )
    expect(till.locator("#payment")).to_be_hidden()
    expect(total(till)).to_have_text("€99.80")


@pytest.mark.parametrize("width, height", [(320, 256), (360, 740), (1024, 768), (1440, 900)])
def test_nothing_runs_over_the_edge_from_a_phone_to_a_desktop_and_at_400_percent(till, width, height):
    till.set_viewport_size({"width": width, "height": height})
    scan(till, "LAMP")
    expect(total(till)).to_have_text("€49.90")

    def overflow():
        return till.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    assert overflow() == 0
    for key, title in [("F6", "Discount on the sale"), ("F3", "Customer"), ("F9", "Parked sales"), ("F10", "To pay")]:
        press(till, key)
        dialog = till.get_by_role("dialog", name=title)
        expect(dialog).to_be_visible()
        assert dialog.evaluate("dialog => dialog.scrollWidth - dialog.clientWidth") <= 0, title
        press(till, "Escape")
        expect(dialog).to_be_hidden()
    assert overflow() == 0
