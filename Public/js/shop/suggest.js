import { fetched } from "/assets/js/shop/fetched.js";

/** The search box proposes what it finds; arrows go through it, Escape closes it, Enter searches as ever. */
export function suggest() {
    const form = document.querySelector(".shop-search");
    const field = form?.querySelector("input[type=search]");
    if (!field) return;
    const popup = document.createElement("div");
    popup.className = "popup suggestions-popup";
    popup.hidden = true;
    form.append(popup);
    let pending = 0;
    let turn = 0;

    field.addEventListener("input", () => {
        clearTimeout(pending);
        pending = setTimeout(look, 160);
    });
    field.addEventListener("focus", () => { if (popup.childElementCount && field.value.trim().length > 1) popup.hidden = false; });
    form.addEventListener("focusout", ({ relatedTarget }) => { if (!form.contains(relatedTarget)) popup.hidden = true; });
    form.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && !popup.hidden) {
            popup.hidden = true;
            field.focus();
            event.preventDefault();
        } else if (!popup.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
            const stops = [field, ...popup.querySelectorAll("a")];
            const step = event.key === "ArrowDown" ? 1 : -1;
            stops.at((stops.indexOf(document.activeElement) + step) % stops.length)?.focus();
            event.preventDefault();
        }
    });

    async function look() {
        const words = field.value.trim();
        const mine = ++turn;
        if (words.length < 2) {
            popup.hidden = true;
            return;
        }
        const answer = await fetched("/search/suggestions?" + new URLSearchParams({ q: words }));
        const piece = answer?.page.querySelector(".suggestions");
        if (mine !== turn || !piece) return;
        popup.replaceChildren(document.adoptNode(piece));
        popup.hidden = !form.contains(document.activeElement);
    }
}
