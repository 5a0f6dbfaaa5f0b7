/** What the keys of the keyboard do: every action has one, and the button that does the same shows it. */

/** Scanners type letters and digits, so actions are on the function keys. */
export class Keys {
    #actions = new Map()

    constructor(target) {
        target.addEventListener("keydown", event => this.#press(event))
    }

    /**
     * @param {string} key as it is shown: `F4`, `Shift F2`, `Ctrl Z`
     * @param {() => void | false} action false when the key shall do what it does anyway
     */
    on(key, action) {
        this.#actions.set(key, action)
        return this
    }

    /** The buttons and links of the page that show a key are pressed by it; those of dialogs only while they are open. */
    onShown(root) {
        for (const shown of root.querySelectorAll("[data-key]")) {
            if (shown.closest("dialog")) continue
            this.on(shown.dataset.key, () => {
                if (!shown.disabled && shown.checkVisibility()) shown.click()
            })
        }
        return this
    }

    #press(event) {
        if (event.isComposing || event.repeat) return
        // A dialog has keys of its own; those of the page behind it rest.
        const open = document.querySelector("dialog.lock[open]") ?? document.querySelector("dialog[open]")
        if (open) {
            const shown = [...open.querySelectorAll("[data-key]")].find(button => button.dataset.key === name(event))
            if (!shown) return
            event.preventDefault()
            if (!shown.disabled && shown.checkVisibility()) shown.click()
            return
        }
        const action = this.#actions.get(name(event))
        if (!action) return
        if (action() !== false) event.preventDefault()
    }
}

function name(event) {
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
    return [event.ctrlKey || event.metaKey ? "Ctrl" : "", event.altKey ? "Alt" : "", event.shiftKey ? "Shift" : "", key].filter(Boolean).join(" ")
}
