/**
 * Whether a PIN is that of the person at this till, for when no server can say so. What is kept is a slow digest of the PIN
 * that was right last (PBKDF2, RFC 8018), for as long as this tab is open. Browsers have none on pages without TLS; then
 * only the server knows.
 */

const KEPT = "seam-till-pin"
const ROUNDS = 210_000
/** More wrong ones, and only the server opens the till. */
const TRIES = 5

/** Keeps the PIN that the server has just found right, or is about to judge: only a right one leads to the till. */
export async function remember(staff, pin) {
    forget()
    if (!crypto.subtle) return
    const salt = crypto.getRandomValues(new Uint8Array(16))
    write({ staff, salt: [...salt], digest: await digest(pin, salt), left: TRIES })
}

export function forget() {
    try {
        sessionStorage.removeItem(KEPT)
    } catch {
        // Then nothing is kept.
    }
}

/** Whether anybody's PIN can be judged here. */
export function isKnown(staff) {
    return read()?.staff === staff
}

/** @returns {Promise<boolean | null>} `null` when only the server can say */
export async function judge(staff, pin) {
    const known = read()
    if (known?.staff !== staff) return null
    const isRight = await digest(pin, new Uint8Array(known.salt)) === known.digest
    if (isRight) write({ ...known, left: TRIES })
    else if (known.left > 1) write({ ...known, left: known.left - 1 })
    else forget()
    return isRight
}

async function digest(pin, salt) {
    const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveBits"])
    const bits = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-512", salt, iterations: ROUNDS }, key, 256)
    return Array.from(new Uint8Array(bits), byte => byte.toString(16).padStart(2, "0")).join("")
}

function read() {
    try {
        return JSON.parse(sessionStorage.getItem(KEPT))
    } catch {
        return null
    }
}

function write(known) {
    try {
        sessionStorage.setItem(KEPT, JSON.stringify(known))
    } catch {
        // Then only the server knows.
    }
}
