/** When a number moves, what stands around it follows: “Sold out” at none, and the number again when some are back. */
export function followStock() {
    document.addEventListener("live", ({ target, detail }) => {
        const sign = target.closest(".stock");
        if (!sign) return;
        sign.dataset.quantity = detail.data.trim();
        const form = sign.closest(".product-form");
        if (form) showWhetherSold(form, sign);
    });
}

/** What is sold out cannot be put into the cart, and says so where one would press. */
function showWhetherSold(form, sign) {
    const isSoldOut = sign.dataset.quantity === "0" && !("owed" in sign.dataset);
    form.querySelector("button.add").disabled = isSoldOut;
    for (const part of form.querySelectorAll("[data-when]")) part.hidden = (part.dataset.when === "none") !== isSoldOut;
}
