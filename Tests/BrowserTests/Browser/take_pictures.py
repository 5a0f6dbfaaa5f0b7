"""Takes the pictures of the README from the demo shop, as it is now: `bin/pictures`."""

import base64
import subprocess
import tempfile
from datetime import datetime, timezone
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

import demo
from shop import PROJECT, Shop
from till import Till

HERE = Path(__file__).parent
PICTURES = PROJECT / "Docs" / "Pictures"
DESKTOP = {"viewport": {"width": 1280, "height": 860}}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}

# Chromium writes WebP itself, so nothing has to be installed for it.
TO_WEBP = """async ([png, quality]) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
    const canvas = Object.assign(document.createElement("canvas"), { width: bitmap.width, height: bitmap.height })
    canvas.getContext("2d").drawImage(bitmap, 0, 0)
    return canvas.toDataURL("image/webp", quality).split(",")[1]
}"""

# Pictures that are out of sight wait until they are not.
ALL_THERE = """() => [...document.images].every(image => {
    const place = image.getBoundingClientRect()
    return image.complete || place.top > innerHeight || place.left > innerWidth || !image.checkVisibility()
})"""


class Camera:
    def __init__(self, browser, shop):
        self.browser, self.shop = browser, shop
        self.darkroom = browser.new_page()

    def arrive(self, **options):
        return self.browser.new_context(**options).new_page()

    def take(self, page, name):
        page.evaluate("() => document.fonts.ready.then(() => true)")
        page.wait_for_function(ALL_THERE)
        page.wait_for_timeout(500)
        png = base64.b64encode(page.screenshot()).decode()
        picture = base64.b64decode(self.darkroom.evaluate(TO_WEBP, [png, 0.86]))
        (PICTURES / f"{name}.webp").write_bytes(picture)
        print(f"Docs/Pictures/{name}.webp: {len(picture) / 1000:.0f} KB")


def shop_pages(camera):
    page = camera.arrive(**DESKTOP)
    for name, path in [("shop-front", "/"), ("shop-kitchen", "/collections/kitchen"), ("shop-product", demo.PRODUCT_PATH),
                       ("shop-recipe", "/stories/lettu-pancakes")]:
        page.goto(camera.shop.url + path)
        camera.take(page, name)
    page = camera.arrive(**PHONE, color_scheme="dark")
    page.goto(camera.shop.url + "/products/halla-mug")
    camera.take(page, "shop-phone")


def till_page(camera):
    page = camera.arrive(viewport={"width": 1180, "height": 820})
    till = Till(page, camera.shop).register(demo.STORE, demo.OWNER, demo.PASSWORD).sign_in(demo.ASSOCIATE, demo.PIN)
    for title in ["Halla stoneware mug", "Vadelma raspberry jam", demo.PRODUCT]:
        till.add(title)
    till.more(demo.PRODUCT)
    camera.take(page, "till-sale")


def evening():
    """A zone in which it is about seven in the evening: only then there is a day to look back on. Its sign is that of POSIX."""
    behind = (datetime.now(timezone.utc).hour - 19) % 24
    return f"Etc/GMT+{behind}" if behind <= 12 else f"Etc/GMT-{24 - behind}"


def desk_page(camera):
    zone = evening()
    page = camera.arrive(timezone_id=zone, **DESKTOP)
    page.goto(camera.shop.url + "/desk/sign-in")
    page.get_by_label("E-mail").fill(demo.OWNER)
    page.get_by_label("Password").fill(demo.PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(camera.shop.url + "/desk")
    page.goto(camera.shop.url + "/desk/settings")
    page.get_by_label("Days are counted in").fill(zone)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_be_visible()
    page.goto(camera.shop.url + "/desk")
    camera.take(page, "desk-home")


def main():
    with tempfile.TemporaryDirectory() as folder, Shop(folder) as shop, sync_playwright() as playwright:
        chromium = subprocess.run([HERE / "find-chromium"], capture_output=True, text=True).stdout.strip()
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        camera = Camera(browser, shop)
        shop_pages(camera)
        till_page(camera)
        desk_page(camera)
        browser.close()


if __name__ == "__main__":
    main()
