/** At the door: keeps what is needed to know the person again while the server is away. It works without this, too. */

import { forget, remember } from "/assets/js/till/pin.js"

forget()
for (const form of document.querySelectorAll("form[action='/till/sign-in']")) {
    form.addEventListener("submit", async event => {
        event.preventDefault()
        const { staff, pin } = Object.fromEntries(new FormData(form))
        try {
            await remember(staff, pin)
        } finally {
            form.submit()
        }
    })
}
