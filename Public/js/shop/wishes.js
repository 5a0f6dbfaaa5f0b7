import { fetched } from "/assets/js/shop/fetched.js";

/** What is on the wish list says so, and is put there and taken away without leaving the page. */
export function markWishes() {
    for (const form of document.querySelectorAll("form[data-wish]")) show(form, wishes().has(form.dataset.wish));
    document.addEventListener("submit", async (event) => {
        const form = event.target;
        if (!form.matches("[data-wish]")) return;
        event.preventDefault();
        if (await fetched(form.action, new FormData(form))) show(form, wishes().has(form.dataset.wish));
        else form.submit();
    });
}

function show(form, isWished) {
    form.elements.wished.value = isWished ? "0" : "1";
    form.querySelector("button").setAttribute("aria-pressed", isWished);
    for (const word of form.querySelectorAll("[data-wished]")) word.hidden = (word.dataset.wished === "1") !== isWished;
}

function wishes() {
    const value = document.cookie.split("; ").find((pair) => pair.startsWith("wishes="))?.slice("wishes=".length) ?? "";
    return new Set(value.split("."));
}
