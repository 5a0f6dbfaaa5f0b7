/** Small ways to write a page. Texts are always texts, never markup. */

const SPRITE = "/assets/images/icons.svg"
const SVG = "http://www.w3.org/2000/svg"

/** The element of this id, which the template has. */
export function byID(id) {
    const element = document.getElementById(id)
    if (!element) throw new Error(`the page has no #${id}`)
    return element
}

/**
 * `element("button", { class: "button-quiet", onclick: remove }, "Remove")`
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

/** One of the icons; the words beside it say what it means. */
export function icon(name, size = "") {
    const made = document.createElementNS(SVG, "svg")
    made.setAttribute("class", `icon ${size}`.trim())
    made.setAttribute("aria-hidden", "true")
    const use = document.createElementNS(SVG, "use")
    use.setAttribute("href", `${SPRITE}#${name}`)
    made.append(use)
    return made
}

/** A product's picture, or the shape of one. */
export function picture(url) {
    if (!url) return element("span", { class: "thumb" }, icon("picture"))
    return element("img", { class: "thumb", src: url, alt: "", loading: "lazy", width: 64, height: 64 })
}
