/** Small ways to write a page. Texts are always texts, never markup. */

/** The element of this id, which the template has. */
export function byID(id) {
    const element = document.getElementById(id)
    if (!element) throw new Error(`the page has no #${id}`)
    return element
}

/**
 * `element("button", { class: "quiet", onclick: remove }, "Remove")`
 * @param {Record<string, unknown>} attributes `true` for an attribute without a value; `null` and `false` for none
 */
export function element(name, attributes = {}, ...children) {
    const made = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) {
        if (typeof value === "function") made.addEventListener(key.slice(2), value)
        else if (value === true) made.setAttribute(key, "")
        else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, String(value))
    }
    made.append(...children.filter(child => child !== null && child !== undefined))
    return made
}
