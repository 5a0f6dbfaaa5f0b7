/** The pages beside the counter: what shows a key is pressed by it, and nobody leaves them open. */

import { watchBesideCounter } from "/assets/js/till/idle.js"
import { Keys } from "/assets/js/till/keys.js"

watchBesideCounter()
new Keys(document).onShown(document)
