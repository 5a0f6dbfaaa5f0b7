/** The pages beside the counter: what shows a key is pressed by it. */

import { Keys } from "/assets/js/till/keys.js"

new Keys(document).onShown(document)
