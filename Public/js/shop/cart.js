import { fetched, isPlain } from "/assets/js/shop/fetched.js";
import { openDrawer } from "/assets/js/shop/drawer.js";
import { swap } from "/assets/js/shop/options.js";

/** The cart opens at the edge of the page that one is on; its own page is for those without scripts, and for a link. */
export function keepCartAtHand() {
    if (location.pathname === "/cart") return;

    document.addEventListener("click", async (event) => {
        const corner = event.target.closest?.("a.cart-corner");
        if (!corner || !isPlain(event)) return;
        event.preventDefault();
        const answer = await fetched(corner.href);
        if (!answer || !openDrawer(answer.page, "[data-cart]")) location.assign(corner.href);
    });

    document.addEventListener("submit", async (event) => {
        const form = event.target;
        const isAdding = form.matches("[data-adds]");
        if (!isAdding && !form.closest("[data-cart]")) return;
        event.preventDefault();
        const button = event.submitter ?? form.querySelector("button");
        button?.setAttribute("aria-busy", "true");
        const answer = await fetched(form.action, new FormData(form));
        button?.removeAttribute("aria-busy");
        if (!answer) return form.submit();
        takeCorner(answer.page);
        // A refused product comes back as its own page, with the reason beside the field.
        if (!openDrawer(answer.page, "[data-cart]")) swap(answer.page);
    });
}

function takeCorner(page) {
    const [here, fresh] = [document, page].map((from) => from.querySelector("a.cart-corner"));
    if (here && fresh) here.replaceWith(document.adoptNode(fresh));
}
