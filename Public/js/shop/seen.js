import { fetched } from "/assets/js/shop/fetched.js";

const key = "seam-seen";
const most = 12;

/** Remembers in this browser alone which products were looked at, and shows the others again. */
export async function rememberSeen() {
    const section = document.querySelector("[data-seen]");
    if (!section) return;
    const here = section.dataset.seen;
    const others = read().filter((handle) => handle !== here);
    write([here, ...others].slice(0, most));
    if (others.length === 0) return;
    const answer = await fetched("/tiles?" + new URLSearchParams(others.slice(0, 8).map((handle) => ["of", handle])));
    const tiles = answer?.page.querySelector(".tiles");
    if (!tiles?.childElementCount) return;
    tiles.classList.add("tiles-row");
    section.append(document.adoptNode(tiles));
    section.hidden = false;
}

function read() {
    try {
        const seen = JSON.parse(localStorage.getItem(key) ?? "[]");
        return Array.isArray(seen) ? seen.filter((handle) => typeof handle === "string") : [];
    } catch {
        return [];
    }
}

function write(seen) {
    try {
        localStorage.setItem(key, JSON.stringify(seen));
    } catch {
        // A browser that keeps nothing remembers nothing.
    }
}
