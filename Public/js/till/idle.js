/**
 * How long nobody has touched this till. It is remembered in the browser, so that a reload, a page beside the counter or a
 * tablet that slept does not begin anew; whoever signs in does.
 */

const TOUCHED = "seam-till-touched"
/** How often a touch is written down, and how often somebody looks. */
const EVERY = 2_000

export class Idle {
    #session
    #limit
    #rested
    #at = Date.now()
    #written = 0

    /**
     * @param {string} session who is signed in: another one has touched nothing yet
     * @param {number} minutes after which nobody is there any more; 0 for never
     * @param {() => void} rested called again and again from then on
     */
    constructor(session, minutes, rested) {
        this.#session = session
        this.#limit = minutes * 60_000
        this.#rested = rested
    }

    start() {
        if (!(this.#limit > 0)) return
        const known = read()
        if (known?.session === this.#session) this.#at = Math.min(known.at, Date.now())
        for (const kind of ["pointerdown", "keydown", "input"]) document.addEventListener(kind, () => this.#touch(), { capture: true, passive: true })
        // A page that is shown again, or a device that woke up, has rested in between.
        document.addEventListener("visibilitychange", () => this.#look())
        setInterval(() => this.#look(), EVERY)
        this.#look()
    }

    get isOver() { return this.#limit > 0 && Date.now() - this.#at >= this.#limit }

    /** Somebody is there, and it is whoever this session is of. */
    begin(session = this.#session) {
        this.#session = session
        this.#at = Date.now()
        this.#write()
    }

    #touch() {
        // Whoever comes too late does not take the time back by touching.
        if (this.isOver) return this.#look()
        this.#at = Date.now()
        if (this.#at - this.#written >= EVERY) this.#write()
    }

    #look() {
        if (this.isOver) this.#rested()
    }

    #write() {
        this.#written = this.#at
        try {
            localStorage.setItem(TOUCHED, JSON.stringify({ session: this.#session, at: this.#at, minutes: this.#limit / 60_000 }))
        } catch {
            // It is only remembered for this page then.
        }
    }
}

/** On the pages beside the counter: back to it, where the PIN is asked for. */
export function watchBesideCounter() {
    const known = read()
    if (known) new Idle(known.session, known.minutes, () => location.replace("/till")).start()
}

function read() {
    try {
        return JSON.parse(localStorage.getItem(TOUCHED))
    } catch {
        return null
    }
}
