"""What every scenario starts from: a shop of its own, and people with a browser of their own."""

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from patience import SECONDS
from shop import PROJECT, Shop

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def chromium():
    path = subprocess.run([HERE / "find-chromium"], capture_output=True, text=True).stdout.strip()
    assert path, "there is no Chromium: bin/setup installs one"
    expect.set_options(timeout=SECONDS * 1_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def shop(tmp_path):
    with Shop(tmp_path) as running:
        yield running


@pytest.fixture
def person(chromium, request):
    """Makes people: each call is another browser, with cookies of its own. Scripts that fail fail the test."""
    pages, broken = [], []

    def arrives(**options):
        page = chromium.new_context(**options).new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("console", lambda message: broken.append(message.text) if is_mistake(message) else None)
        page.on("response", lambda answer: broken.append(f"{answer.status} {answer.url}") if is_missing(answer) else None)
        pages.append(page)
        return page

    yield arrives
    failed = getattr(request.node, "failed", False)
    for number, page in enumerate(pages):
        if failed and not page.is_closed():
            keep(page, f"{request.node.name}-{number}")
        page.context.close()
    assert failed or not broken, f"the browser's console holds errors: {broken}"


def is_mistake(message):
    """A refused form is no mistake of a script, though Chromium's console calls every answer above 399 one."""
    return message.type == "error" and not message.text.startswith("Failed to load resource")


def is_missing(answer):
    return answer.status >= 400 and answer.request.resource_type in ("stylesheet", "script", "image", "font")


def keep(page, name):
    """Keeps what a page looked like when its scenario failed."""
    folder = PROJECT / "var" / "browser"
    folder.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"[^\w-]+", "-", name)
    page.screenshot(path=folder / f"{stem}.png", full_page=True)
    (folder / f"{stem}.html").write_text(page.content())
    print(f"what the page looked like: var/browser/{stem}.png, at {page.url}")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    report = (yield).get_result()
    if report.failed:
        item.failed = True
