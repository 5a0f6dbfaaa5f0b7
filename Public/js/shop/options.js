import { refresh } from "/assets/js/live.js";
import { fetched, isPlain } from "/assets/js/shop/fetched.js";
import { showPictures } from "/assets/js/shop/pictures.js";

/** Choosing another variant changes the page in place: price, stock, pictures and facts are those of the variant's own page. */
export function chooseOptions() {
    let latest = 0;
    document.addEventListener("click", async (event) => {
        const option = event.target.closest?.("a.option");
        if (!option || !isPlain(event)) return;
        event.preventDefault();
        const turn = ++latest;
        const answer = await fetched(option.href);
        if (turn !== latest) return;
        if (!answer || answer.isRefused) return location.assign(option.href);
        swap(answer.page, option.dataset.option);
        history.replaceState(null, "", option.href);
    });
}

/** Takes over the parts of a product's page, and keeps the focus where it was. */
export function swap(page, option) {
    for (const part of document.querySelectorAll("[data-product] [data-part]")) {
        const fresh = page.querySelector(`[data-part="${part.dataset.part}"]`);
        if (fresh) part.replaceWith(document.adoptNode(fresh));
    }
    showPictures();
    refresh();
    if (option) [...document.querySelectorAll("a.option")].find((link) => link.dataset.option === option)?.focus();
}
