// What the shop's pages do more easily with scripts. Every page is complete without them.

import { followStock } from "/assets/js/shop/stock.js";
import { chooseOptions } from "/assets/js/shop/options.js";
import { countDown } from "/assets/js/shop/countdown.js";
import { closeByPressingBeside } from "/assets/js/shop/drawer.js";
import { keepCartAtHand } from "/assets/js/shop/cart.js";
import { narrowLists } from "/assets/js/shop/narrow.js";
import { showPictures } from "/assets/js/shop/pictures.js";
import { rememberSeen } from "/assets/js/shop/seen.js";
import { showShelves } from "/assets/js/shop/shelves.js";
import { suggest } from "/assets/js/shop/suggest.js";
import { markWishes } from "/assets/js/shop/wishes.js";
import { zoomPictures } from "/assets/js/shop/zoom.js";

document.documentElement.classList.add("has-script");

// A choice that says all there is to say sends its form by itself.
document.addEventListener("change", ({ target }) => {
    if (target.matches("[data-submits]") && !target.form.matches("[data-narrows]")) target.form.requestSubmit();
});

followStock();
chooseOptions();
countDown();
closeByPressingBeside();
keepCartAtHand();
narrowLists();
showPictures();
showShelves();
rememberSeen();
suggest();
markWishes();
zoomPictures();
