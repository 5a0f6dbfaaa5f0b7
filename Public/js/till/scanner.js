/**
 * Hears a barcode scanner that works as a keyboard: keys in such quick succession as no hand types, ended by Enter.
 * It hears them wherever the focus is, except in a field, where they are typed.
 */
export function hearScanner(target, scanned, quickest = 60) {
    let code = ""
    let last = 0
    target.addEventListener("keydown", event => {
        if (event.ctrlKey || event.altKey || event.metaKey || isField(event.target)) return
        const isQuick = event.timeStamp - last < quickest
        last = event.timeStamp
        if (event.key === "Enter") {
            // Four at least: a hand may be quick for two keys.
            if (isQuick && code.length >= 4) {
                event.preventDefault()
                scanned(code)
            }
            code = ""
        } else if (event.key.length === 1) {
            code = isQuick ? code + event.key : event.key
        }
    })
}

function isField(element) {
    return element instanceof HTMLElement && element.matches("input, textarea, select, [contenteditable]")
}
