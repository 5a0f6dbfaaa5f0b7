import { fetched, isPlain } from "/assets/js/shop/fetched.js";
import { showPictures } from "/assets/js/shop/pictures.js";

/** A list follows its form as it is filled in, and its pages and limits without leaving the page. Every state has an address. */
export function narrowLists() {
    if (!document.querySelector("[data-list]")) return;

    document.addEventListener("change", ({ target }) => {
        const form = target.form;
        if (!form?.matches("[data-narrows]")) return;
        go(addressOf(form), target);
    });
    document.addEventListener("submit", (event) => {
        if (!event.target.matches("[data-narrows]")) return;
        event.preventDefault();
        go(addressOf(event.target), event.submitter);
    });
    document.addEventListener("click", (event) => {
        const link = event.target.closest?.(".chosen a, .pager a");
        if (!link || !isPlain(event)) return;
        event.preventDefault();
        go(link.href, link, { isTurned: Boolean(link.closest(".pager")) });
    });
    window.addEventListener("popstate", () => go(location.href, null, { isBack: true }));
}

let latest = 0;

async function go(address, from, { isTurned = false, isBack = false } = {}) {
    const turn = ++latest;
    const list = document.querySelector("[data-list]");
    list.setAttribute("aria-busy", "true");
    const answer = await fetched(address);
    if (turn !== latest) return;
    const fresh = answer?.page.querySelector("[data-list]");
    if (!fresh) return location.assign(address);
    keepOpen(list, fresh);
    const place = from && [from.name, from.value, from.id].join("|");
    list.replaceWith(document.adoptNode(fresh));
    document.title = answer.page.title;
    if (!isBack) history.pushState(null, "", address);
    showPictures();
    if (isTurned) return fresh.scrollIntoView();
    if (place) [...fresh.querySelectorAll("input, select, button")].find((field) => [field.name, field.value, field.id].join("|") === place)?.focus();
}

/** What was unfolded stays so. */
function keepOpen(before, after) {
    const name = (fold) => fold.querySelector("summary").textContent;
    const open = new Map([...before.querySelectorAll("details")].map((fold) => [name(fold), fold.open]));
    for (const fold of after.querySelectorAll("details")) fold.open = open.get(name(fold)) ?? fold.open;
}

function addressOf(form) {
    const filled = [...new FormData(form)].filter(([name, value]) => value !== "" && !(name === "sort" && value === form.dataset.sort));
    const query = new URLSearchParams(filled).toString();
    return form.getAttribute("action") + (query ? "?" + query : "");
}
