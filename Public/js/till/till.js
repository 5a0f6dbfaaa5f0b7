/**
 * The till. It holds the sale itself: every command is kept in the journal of this device before anything else, ids
 * are made here, and a completed sale waits here until the server has it.
 */

import { Counter } from "/assets/js/till/counter.js"
import { Journal } from "/assets/js/till/journal.js"
import { byID } from "/assets/js/till/page.js"

const settings = JSON.parse(byID("till").dataset.settings)

/** Two tabs would write one sale in turns; where the browser can tell, the second one stops. */
function alone() {
    if (!navigator.locks) return Promise.resolve(true)
    return new Promise(resolve => {
        navigator.locks.request(`seam-till-${settings.device}`, { ifAvailable: true }, lock => {
            resolve(lock !== null)
            return lock && new Promise(() => {})
        })
    })
}

async function begin() {
    if (!await alone()) {
        byID("elsewhere").hidden = false
        return
    }
    try {
        const journal = await Journal.open(`seam-till-${settings.device}`)
        const counter = new Counter(settings, journal, await journal.commands())
        navigator.storage?.persist?.()
        byID("counter").hidden = false
        counter.start()
    } catch (error) {
        console.warn(error)
        byID("keepless").hidden = false
    }
}

begin()
