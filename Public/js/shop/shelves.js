import { fetched, isPlain } from "/assets/js/shop/fetched.js";
import { openDrawer } from "/assets/js/shop/drawer.js";

/** Where a product lies on the shelf opens at the edge of its page, and is looked for again from where somebody is. */
export function showShelves() {
    document.addEventListener("click", async (event) => {
        const link = event.target.closest?.('[data-opens="shelves"]');
        if (!link || !isPlain(event)) return;
        event.preventDefault();
        await show(link.href);
    });

    document.addEventListener("submit", async (event) => {
        const form = event.target;
        if (!form.closest("#drawer [data-shelves]")) return;
        event.preventDefault();
        await show(form.action + "?" + new URLSearchParams(new FormData(form)));
    });

    document.addEventListener("click", (event) => {
        const button = event.target.closest?.("[data-locate]");
        if (!button) return;
        button.setAttribute("aria-busy", "true");
        navigator.geolocation.getCurrentPosition(({ coords }) => {
            const field = button.form.elements[button.dataset.locate];
            // Some hundred metres are near enough, and all that needs to be told.
            field.value = `${coords.latitude.toFixed(3)},${coords.longitude.toFixed(3)}`;
            button.form.requestSubmit();
        }, () => {
            button.hidden = true;
        });
    });
    offerPosition();
}

async function show(address) {
    const answer = await fetched(address);
    if (!answer || !openDrawer(answer.page, "[data-shelves]")) return location.assign(address);
    offerPosition();
}

function offerPosition() {
    if (!navigator.geolocation) return;
    for (const button of document.querySelectorAll("[data-locate]")) button.hidden = false;
}
