/** Counts the minutes for which units are kept; at the end the page is asked for anew, since it says something else then. */
export function countDown() {
    const notice = document.querySelector("[data-until]");
    const number = notice?.querySelector("[data-minutes]");
    if (!number) return;
    const end = Date.parse(notice.dataset.until);
    const timer = setInterval(() => {
        const minutes = Math.ceil((end - Date.now()) / 60_000);
        if (minutes < 1) {
            clearInterval(timer);
            location.reload();
        } else if (number.textContent !== String(minutes)) {
            number.textContent = minutes;
        }
    }, 1_000);
}
