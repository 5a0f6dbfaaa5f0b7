"""Waiting for what is true, never for a time: a machine that builds something else is slow, and right all the same."""

import time

from playwright.sync_api import expect

# Longer than anything takes on a busy machine; what holds sooner is gone on with at once.
SECONDS = 30

# Until what has changed is on the screen, and what moves has arrived. What moves for ever is not waited for.
ARRIVED = """async () => {
    await new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))
    const moving = document.getAnimations().filter(animation => animation.effect.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(moving.map(animation => animation.finished))
}"""


def until(page, holds, what):
    """Waits until something holds that no page shows, while the browser goes on."""
    deadline = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < deadline, f"it never came to this: {what}"
        page.wait_for_timeout(20)


def ready(page):
    """The page that somebody was led to is there, and its scripts hear what is pressed."""
    page.wait_for_load_state("load")
    return page


def at(page, heading):
    """The same, once it is the page of this heading."""
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    return ready(page)
