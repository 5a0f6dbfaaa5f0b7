// What the shop's pages do more easily with scripts. Every page is complete without them.

import { followStock } from "/assets/js/shop/stock.js";
import { chooseVariants } from "/assets/js/shop/variants.js";
import { countDown } from "/assets/js/shop/countdown.js";
import { showPictures } from "/assets/js/shop/pictures.js";

document.documentElement.classList.add("has-script");

// A choice that says all there is to say sends its form by itself.
for (const field of document.querySelectorAll("[data-submits]")) {
    field.addEventListener("change", () => field.form.requestSubmit());
}

followStock();
chooseVariants();
countDown();
showPictures();
