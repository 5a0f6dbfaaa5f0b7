/** When a number moves, what stands around it follows: “Sold out” at none, and the number again when some are back. */
export function followStock() {
    document.addEventListener("live", ({ target, detail }) => {
        const sign = target.closest(".stock");
        if (sign) sign.dataset.quantity = detail.data.trim();
    });
}
