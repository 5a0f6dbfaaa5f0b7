/** The price above the form is that of the variant that is chosen, and the address says which one it is. */
export function chooseVariants() {
    const price = document.querySelector("[data-chosen-price]");
    for (const choice of document.querySelectorAll(".variant input[name=variant]")) {
        choice.addEventListener("change", () => {
            const own = choice.closest(".variant").querySelector(".variant-price");
            if (price && own) price.replaceChildren(...[...own.childNodes].map((node) => node.cloneNode(true)));
            const address = new URL(location.href);
            address.searchParams.set("variant", choice.value);
            history.replaceState(null, "", address);
        });
    }
}
