"""What somebody meets who has no pointer: each stop of the Tab key, seen, in the window, and all that can be pressed among them."""

# Everything that waits to be reached. Of radio buttons the chosen one is a stop; arrows lead to the others.
BEGIN = """() => {
    const stops = "a[href], button, input, select, textarea, summary, [tabindex='0']"
    const parts = [...document.querySelectorAll(stops)].filter(part => part.checkVisibility({ visibilityProperty: true })
        && !part.disabled && part.tabIndex >= 0 && (part.type !== "radio" || part.checked))
    window.unmet = new Set(parts)
    document.activeElement?.blur()
    return parts.length
}"""

# What is wrong with the stop that one is at; nothing when it is seen.
STOP = """() => {
    const here = document.activeElement
    if (!here || here === document.body) return ""
    window.unmet.delete(here)
    const name = here.outerHTML.slice(0, 100)
    const ringed = [here, here.closest("label")].some(part => {
        const style = part && getComputedStyle(part)
        return style && (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 || style.boxShadow !== "none")
    })
    if (!ringed) return `nothing shows the focus on ${name}`
    const { top, bottom, left, right } = here.getBoundingClientRect()
    const isSeen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
    return isSeen ? "" : `the focus is outside of the window on ${name}`
}"""


def faults(page):
    """What a page that is open keeps from the keyboard, in one line each."""
    stops = page.evaluate(BEGIN)
    found = []
    # Once around, and past the browser's own stops.
    for _ in range(stops + 8):
        page.keyboard.press("Tab")
        found.append(page.evaluate(STOP))
    unmet = page.evaluate("[...window.unmet].map(part => `no key leads to ${part.outerHTML.slice(0, 100)}`)")
    return sorted({fault for fault in found + unmet if fault})
