/** A picture that does not come leaves its words; small ones slide the row to theirs, and the row says which one it shows. */
export function showPictures() {
    for (const image of document.querySelectorAll(".picture img")) {
        const miss = () => image.closest(".picture").classList.add("is-missing");
        image.addEventListener("error", miss);
        if (image.complete && image.naturalWidth === 0 && image.loading !== "lazy") miss();
    }

    const strip = document.querySelector("[data-gallery]");
    const thumbs = [...document.querySelectorAll(".gallery-thumbs a")];
    if (!strip || thumbs.length === 0) return;

    for (const [index, thumb] of thumbs.entries()) {
        thumb.addEventListener("click", (event) => {
            event.preventDefault();
            strip.scrollTo({ left: index * strip.clientWidth, behavior: "smooth" });
        });
    }
    strip.addEventListener("scroll", () => {
        const shown = Math.round(strip.scrollLeft / strip.clientWidth);
        for (const [index, thumb] of thumbs.entries()) mark(thumb, index === shown);
    }, { passive: true });
}

function mark(thumb, isShown) {
    if (isShown) thumb.setAttribute("aria-current", "true");
    else thumb.removeAttribute("aria-current");
}
