/** Where there is more of it: here, in the shops nearby, in the warehouse. */

import { byID, element, icon } from "/assets/js/till/page.js"
import { reason, stockOf } from "/assets/js/till/server.js"
import { Sheet } from "/assets/js/till/sheet.js"
import { language, t } from "/assets/js/till/texts.js"

const KINDS = { here: "shop", store: "place", warehouse: "warehouse" }

export class Stock {
    #sheet

    constructor() {
        this.#sheet = new Sheet("stock", () => this.#sheet.close())
    }

    async show({ variant, title }) {
        byID("stock-title").textContent = title
        byID("stock-spots").replaceChildren(...[1, 2, 3].map(() => element("li", { class: "spot waiting", "aria-hidden": "true" }, "…")))
        this.#sheet.open(byID("stock-close"))
        try {
            const { spots } = await stockOf(variant)
            byID("stock-spots").replaceChildren(...spots.map(spot => this.#spot(spot)))
        } catch (error) {
            byID("stock-spots").replaceChildren()
            this.#sheet.say(reason(error))
        }
    }

    #spot({ name, town, kind, distance, free }) {
        const away = kind === "here" ? t("this shop") : [town, this.#away(distance)].filter(Boolean).join(" · ")
        return element("li", { class: "spot" },
            icon(KINDS[kind] ?? "place"),
            element("span", { class: "what" }, element("span", { class: "title" }, name), element("span", { class: "detail" }, away)),
            element("span", { class: free > 0 ? "figure spot-free" : "figure spot-none" }, free > 0 ? t("{free} free", { free }) : t("none")))
    }

    #away(metres) {
        if (metres === null || metres === undefined) return ""
        const [value, unit] = metres < 1_000 ? [metres, "meter"] : [metres / 1_000, "kilometer"]
        return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)
    }
}
