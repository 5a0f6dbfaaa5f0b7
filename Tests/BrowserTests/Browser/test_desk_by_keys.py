"""The back office on a small screen in the dark, without a pointer: whatever can be pressed is met and seen."""

import demo
import by_keys
from desk import Desk
from patience import ready

PAGES = ["/products", "/stock", "/orders", "/collections/new", "/imports", "/locations/map", "/activity", "/settings", "/products/new"]


def test_every_stop_of_the_keyboard_is_met_and_seen(shop, person):
    page = person(viewport={"width": 768, "height": 1024}, color_scheme="dark", reduced_motion="reduce")
    desk = Desk(page, shop).sign_in(demo.OWNER, demo.PASSWORD)
    faults = [f"/desk: {fault}" for fault in by_keys.faults(page)]
    for path in PAGES:
        desk.go(path)
        ready(page)
        faults += [f"{path}: {fault}" for fault in by_keys.faults(page)]
    assert not faults, "\n".join(faults)
