/** Small pictures show themselves in the large one; a picture that does not come leaves its words. */
export function showPictures() {
    for (const image of document.querySelectorAll(".picture img")) {
        const miss = () => image.closest(".picture").classList.add("is-missing");
        image.addEventListener("error", miss);
        if (image.complete && image.naturalWidth === 0 && image.loading !== "lazy") miss();
    }

    const large = document.querySelector("[data-large]");
    for (const link of document.querySelectorAll("[data-shows]")) {
        link.addEventListener("click", (event) => {
            const image = large?.querySelector("img");
            if (!image || event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            large.classList.remove("is-missing");
            large.href = link.href;
            image.src = link.href;
            image.alt = link.querySelector("img")?.alt ?? "";
            for (const other of document.querySelectorAll("[data-shows]")) other.removeAttribute("aria-current");
            link.setAttribute("aria-current", "true");
        });
    }
}
