/** Identifiers made on this device: UUIDs of version 7 (RFC 9562) in the text form of TypeID, as the server writes them. */

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"

/**
 * @param {string} prefix lower-case letters: `ord`
 * @param {number} now milliseconds since 1970
 * @param {Uint8Array} chance ten random bytes
 */
export function newID(prefix, now = Date.now(), chance = crypto.getRandomValues(new Uint8Array(10))) {
    let bits = BigInt(now)
    for (const byte of chance) bits = bits << 8n | BigInt(byte)
    // 48 bits of time, the version, 12 bits of chance, the variant, 62 bits of chance.
    bits = bits & ~(0xfn << 76n) | 0x7n << 76n
    bits = bits & ~(0x3n << 62n) | 0x2n << 62n
    let text = ""
    for (let shift = 125n; shift >= 0n; shift -= 5n) text += ALPHABET[Number(bits >> shift & 31n)]
    return `${prefix}_${text}`
}
