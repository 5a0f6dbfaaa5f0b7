/** A receipt that was found again is printed by a button, which only works with this. */

import { byID } from "/assets/js/till/page.js"

byID("print").hidden = false
byID("print").addEventListener("click", () => print())
