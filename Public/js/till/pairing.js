/** Waits for a manager to type the code that is on this screen, and goes on then. */

import { byID } from "/assets/js/till/page.js"

const EVERY = 2_500
const word = byID("pairing-word")
const end = Date.now() + Number(word.dataset.lasts) * 1_000

async function look() {
    if (Date.now() > end) {
        word.textContent = word.dataset.over
        return
    }
    try {
        // Nothing to say yet, or on to the sign-in.
        const answer = await fetch("/till/pairing", { redirect: "manual" })
        if (answer.type === "opaqueredirect") return location.assign("/till/sign-in")
    } catch {
        // The network is away; it is asked again.
    }
    setTimeout(look, EVERY)
}

setTimeout(look, EVERY)
