/**
 * Hears a barcode scanner that works as a keyboard: keys in such quick succession as no hand types, ended by Enter.
 * It hears them wherever the focus is. What they have typed into a field by then is taken out of it again, except in
 * the field that is for codes.
 */
export function hearScanner(target, scanned, { quickest = 60, field = null } = {}) {
    let code = ""
    let last = 0
    let before = ""
    target.addEventListener("keydown", event => {
        if (event.ctrlKey || event.altKey || event.metaKey || event.target === field) return
        const isQuick = event.timeStamp - last < quickest
        last = event.timeStamp
        if (event.key === "Enter") {
            // Four at least, and more where hands type: a hand may be quick for two keys.
            if (isQuick && code.length >= (isField(event.target) ? 8 : 4)) {
                event.preventDefault()
                event.stopPropagation()
                if (isField(event.target)) restore(event.target, before)
                scanned(code)
            }
            code = ""
        } else if (event.key.length === 1) {
            if (!isQuick || code === "") before = isField(event.target) ? event.target.value : ""
            code = isQuick ? code + event.key : event.key
        }
    }, { capture: true })
}

function restore(field, value) {
    field.value = value
    field.dispatchEvent(new Event("input", { bubbles: true }))
}

function isField(element) {
    return element instanceof HTMLElement && element.matches("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]")
}
