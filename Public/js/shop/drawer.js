import { refresh } from "/assets/js/live.js";

const drawer = document.querySelector("#drawer");

/** Shows a part of another page at the edge of this one, under that page's heading. */
export function openDrawer(page, selector) {
    const part = page.querySelector(selector);
    if (!drawer || !part) return false;
    drawer.querySelector("#drawer-title").textContent = page.querySelector("h1")?.textContent ?? "";
    part.querySelector("h1")?.remove();
    const body = drawer.querySelector(".drawer-body");
    body.replaceChildren(document.adoptNode(part));
    if (!drawer.open) drawer.showModal();
    body.scrollTop = 0;
    body.focus();
    refresh();
    return true;
}

/** A press beside it closes it. */
export function closeByPressingBeside() {
    drawer?.addEventListener("click", (event) => {
        if (event.target === drawer) drawer.close();
    });
}
