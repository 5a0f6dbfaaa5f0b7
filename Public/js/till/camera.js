/**
 * Scans with the camera: the browser reads codes itself where it can (`BarcodeDetector`); elsewhere a photograph is
 * taken, and its grey pixels go to the server.
 */

import { byID } from "/assets/js/till/page.js"
import { readPhoto, reason } from "/assets/js/till/server.js"
import { t } from "/assets/js/till/texts.js"

/** How often a moving picture is looked at. */
const EVERY = 120
/** Pixels of a photograph's longer side: a code in the hand fills a good part of it. */
const LONGEST = 1_280

export class Camera {
    #dialog = byID("camera-view")
    #video = byID("camera-video")
    #photo = byID("camera-photo")
    #scanned
    #stream = null
    #detector = null

    /** @param {(code: string) => void} scanned */
    constructor(scanned) {
        this.#scanned = scanned
        byID("camera-close").addEventListener("click", () => this.#dialog.close())
        this.#dialog.addEventListener("close", () => this.#stop())
        byID("camera-take").addEventListener("click", () => this.#photo.click())
        this.#photo.addEventListener("change", () => this.#read())
    }

    async open() {
        this.#say("")
        if (!await this.#canDetect()) return this.#photo.click()
        this.#dialog.showModal()
        try {
            this.#stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1_280 } } })
            // It may have been closed while somebody was asked.
            if (!this.#dialog.open) return this.#stop()
            this.#video.srcObject = this.#stream
            await this.#video.play()
            this.#look()
        } catch (error) {
            console.warn(error)
            this.#say(t("The camera cannot be used. Allow it for this site, or take a photograph."))
        }
    }

    async #canDetect() {
        if (!("BarcodeDetector" in window) || !navigator.mediaDevices?.getUserMedia) return false
        const kinds = await BarcodeDetector.getSupportedFormats().catch(() => [])
        const wanted = ["ean_13", "ean_8", "upc_a", "upc_e", "code_128", "qr_code"].filter(kind => kinds.includes(kind))
        if (wanted.length === 0) return false
        this.#detector ??= new BarcodeDetector({ formats: wanted })
        return true
    }

    async #look() {
        while (this.#stream) {
            const codes = await this.#detector.detect(this.#video).catch(() => [])
            if (this.#stream && codes.length > 0) {
                this.#dialog.close()
                navigator.vibrate?.(60)
                this.#scanned(codes[0].rawValue)
            }
            await new Promise(later => setTimeout(later, EVERY))
        }
    }

    #stop() {
        for (const track of this.#stream?.getTracks() ?? []) track.stop()
        this.#stream = null
        this.#video.srcObject = null
    }

    async #read() {
        const [file] = this.#photo.files
        this.#photo.value = ""
        if (!file) return
        if (!this.#dialog.open) this.#dialog.showModal()
        this.#say(t("Reading the photograph…"))
        const photo = await greyPixels(file).catch(() => null)
        if (!photo) return this.#say(t("This photograph cannot be read. Take another one."))
        try {
            const { codes } = await readPhoto(photo)
            if (codes.length === 0) return this.#say(t("No code was found. Hold it straight, near, and in good light."))
            this.#dialog.close()
            this.#scanned(codes[0])
        } catch (error) {
            this.#say(reason(error))
        }
    }

    #say(text) {
        byID("camera-word").textContent = text
    }
}

/** @returns {Promise<{ width: number, pixels: Uint8Array }>} a byte for each pixel (ITU-R BT.601) */
async function greyPixels(file) {
    const image = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST / Math.max(image.width, image.height))
    const [width, height] = [Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale))]
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext("2d")
    context.drawImage(image, 0, 0, width, height)
    const { data } = context.getImageData(0, 0, width, height)
    const pixels = new Uint8Array(width * height)
    for (let at = 0; at < pixels.length; at += 1) {
        pixels[at] = data[at * 4] * 0.299 + data[at * 4 + 1] * 0.587 + data[at * 4 + 2] * 0.114
    }
    return { width, pixels }
}
