/** The page at an address, as a document; `null` when it does not come. `body` posts a form. */
export async function fetched(address, body) {
    try {
        const answer = await fetch(address, {
            method: body ? "POST" : "GET",
            body: body && new URLSearchParams(body),
            headers: { accept: "text/html" },
        });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        return { page, address: answer.url, isRefused: !answer.ok };
    } catch {
        return null;
    }
}

/** Whether a click means “here”, and not “in another tab”. */
export function isPlain(event) {
    return event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.defaultPrevented);
}
