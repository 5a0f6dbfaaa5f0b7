/** What the till says by itself. The English words are the key; the page brings the rest. */

/** The texts of one language, as the page has them in a script of data. */
export class Texts {
    #forms
    #known

    /**
     * @param {string} language BCP 47
     * @param {string} id of the script that holds them
     */
    constructor(language, id) {
        this.language = language
        this.#forms = new Intl.PluralRules(language)
        this.#known = JSON.parse(document.getElementById(id)?.textContent || "{}")
    }

    /**
     * `t("Copied.")`, `t("{title} removed.", { title })`; of a number, `t("1 item", "{n} items", { n })`: what is said of one,
     * and of any other. Numbers are written as people of the language write them.
     * @returns {string} in English where nobody has translated it
     */
    t(text, many, values) {
        if (typeof many !== "string") return this.#filled(this.#known[text] ?? text, many ?? {})
        const said = this.#known[many]?.[this.#forms.select(values.n)] ?? (values.n === 1 ? text : many)
        return this.#filled(said, values)
    }

    #filled(text, values) {
        return text.replace(/\{(\w+)\}/g, (mark, name) => {
            const value = values[name] ?? mark
            return typeof value === "number" ? value.toLocaleString(this.language) : value
        })
    }
}

/** The language of the page: of whoever is at the till. */
export const language = document.documentElement.lang || "en"

const page = new Texts(language, "texts")

/** What the till says to whoever is at it. */
export const t = (...said) => page.t(...said)
