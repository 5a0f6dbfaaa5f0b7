/** A receipt or a report that was found again is printed by a button, which only works with this. */

import "/assets/js/till/beside.js"
import { byID } from "/assets/js/till/page.js"

byID("print").hidden = false
byID("print").addEventListener("click", () => print())
