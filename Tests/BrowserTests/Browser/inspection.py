"""What every page has to keep: accessible (axe-core's rules for WCAG 2.2 AA and its good practice), nothing over the edge,
nothing that moves by itself, in every width, light and dark; and in the reader's language, wherever words are longer."""

import re

from axe_playwright_python.sync_playwright import Axe

WIDTHS = {360: 740, 768: 1024, 1440: 900}
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
# What of it depends on words: what things are called, in which language, and whether a finger still meets them.
NAMES = ["aria-command-name", "aria-dialog-name", "aria-input-field-name", "aria-toggle-field-name", "button-name", "document-title",
         "empty-heading", "empty-table-header", "html-has-lang", "html-lang-valid", "image-alt", "input-button-name", "label",
         "landmark-unique", "link-name", "page-has-heading-one", "select-name", "summary-name", "svg-img-alt", "target-size", "valid-lang"]
RULES_OF_WORDS = {"runOnly": {"type": "rule", "values": NAMES}}
MOST_SHIFT = 0.02

# Runs before the page: adds up what moves without anybody having done anything.
WATCH = """
    window.shifted = 0
    window.shifters = []
    new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) {
        window.shifted += entry.value
        window.shifters.push(...entry.sources.map(source => source.node?.nodeName + "." + (source.node?.className ?? "")))
    } }).observe({ type: "layout-shift", buffered: true })
"""

# Until what has changed is on the screen.
TWO_FRAMES = "new Promise(shown => requestAnimationFrame(() => requestAnimationFrame(shown)))"

# The elements that reach over the right edge of the window, if the page can be scrolled to them.
OVERFLOW = """() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return [...document.querySelectorAll("body *")].filter(element => element.getBoundingClientRect().right > width + 1)
        .slice(-3).map(element => `${element.tagName.toLowerCase()}.${element.className}`)
}"""

# Every text and every label of the page, but for what says itself that it is in another language.
WORDS = """() => {
    const ours = element => element?.closest("[lang]")?.lang === document.documentElement.lang && !element.closest("script, style, textarea")
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = []
    while (texts.nextNode()) if (ours(texts.currentNode.parentElement)) found.push(texts.currentNode.data)
    for (const name of ["aria-label", "placeholder", "title", "alt"])
        for (const element of document.querySelectorAll(`[${name}]`)) if (ours(element)) found.push(element.getAttribute(name))
    return [...new Set(found.map(text => text.trim().replace(/\\s+/g, " ")))]
}"""


def kind(path):
    """Pages of one kind differ by an id, a handle or a query only."""
    path = re.sub(r"\?.*", "", path)
    path = re.sub(r"/([a-z]{3}_[0-9a-z]{26}|[0-9]+)(?=/|$)", "/ID", path)
    return re.sub(r"^/(products|collections|stories|locations|checkout|order|account/orders)/[^/]+", r"/\1/ONE", path)


def links(page, within):
    """Where a page leads, of those that belong to the same surface."""
    found = page.eval_on_selector_all("a[href]", "links => links.map(link => new URL(link.getAttribute('href'), location).href)")
    base = re.match(r"https?://[^/]+", page.url)[0]
    paths = [link.removeprefix(base).split("#")[0] for link in found if link.startswith(base + "/")]
    return [path for path in paths if within(path) and not re.search(r"\.[a-z]+(\?|$)", path)]


def walk(page, start, within, most=80):
    """The addresses of one page of each kind that can be reached from some."""
    known, waiting = {}, list(start)
    while waiting and len(known) < most:
        path = waiting.pop(0)
        if kind(path) in known:
            continue
        answer = page.goto(page.base + path, wait_until="domcontentloaded")
        if not answer or "text/html" not in answer.headers.get("content-type", ""):
            continue
        known[kind(path)] = path
        waiting += [link for link in links(page, within) if kind(link) not in known]
    return list(known.values())


def inspect(page, path, widths=tuple(WIDTHS)):
    """What is wrong with a page, in one line each."""
    faults = []
    for width, height in [(width, WIDTHS[width]) for width in widths]:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="light")
        page.goto(page.base + path, wait_until="load")
        page.wait_for_timeout(150)
        for element in page.evaluate(OVERFLOW):
            faults.append(f"{path} at {width} px: {element} reaches over the edge")
        moved, what = page.evaluate("[window.shifted, window.shifters.slice(0, 3).join(', ')]")
        if moved > MOST_SHIFT:
            faults.append(f"{path} at {width} px: moved by {moved:.3f}: {what}")
        # Where motion is reduced, colours that change are there with the next picture.
        page.emulate_media(reduced_motion="reduce")
        page.evaluate(TWO_FRAMES)
        for scheme in {360: ["light"], 768: ["dark"], 1440: ["light", "dark"]}[width]:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.evaluate(TWO_FRAMES)
            faults += [f"{path} at {width} px, {scheme}: {fault}" for fault in violations(page)]
        page.emulate_media(reduced_motion="no-preference")
    return faults


def glance(page, path, english):
    """What is wrong with a page that is the same as in English but for its words, in all widths, loaded once.
    English: what is said otherwise in the page's language."""
    answer = page.goto(page.base + path, wait_until="domcontentloaded")
    if not answer or "text/html" not in answer.headers.get("content-type", ""):
        return []
    return look(page, path, english)


def look(page, what, english):
    """The same of what is open now."""
    language = page.evaluate("document.documentElement.lang")
    faults = [f"{what} in {language}: “{text}” is English" for text in page.evaluate(WORDS) if text in english]
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        for element in page.evaluate(OVERFLOW):
            faults.append(f"{what} in {language} at {width} px: {element} reaches over the edge")
    return faults + [f"{what} in {language}: {fault}" for fault in violations(page, RULES_OF_WORDS)]


def violations(page, rules=RULES):
    for violation in Axe().run(page, options=rules).response["violations"]:
        node = violation["nodes"][0]
        why = " ".join(check["message"] for check in node["any"] + node["all"] + node["none"])[:200]
        yield f"{violation['id']}, {len(violation['nodes'])} times: {' '.join(map(str, node['target']))}: {why}"
