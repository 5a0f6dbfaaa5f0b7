/** What the till says by itself, in the language of whoever is at it. The English words are the key; the page brings the rest. */

const language = document.documentElement.lang || "en"
const forms = new Intl.PluralRules(language)
const known = JSON.parse(document.getElementById("texts")?.textContent || "{}")

/**
 * `t("Copied.")`, `t("{title} removed.", { title })`; of a number, `t("1 item", "{n} items", { n })`: what is said of one, and of
 * any other.
 * @returns {string} in English where nobody has translated it
 */
export function t(text, many, values) {
    if (typeof many !== "string") return filled(known[text] ?? text, many ?? {})
    const said = known[many]?.[forms.select(values.n)] ?? (values.n === 1 ? text : many)
    return filled(said, { ...values, n: values.n.toLocaleString(language) })
}

function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, (mark, name) => values[name] ?? mark)
}
