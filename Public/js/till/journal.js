/**
 * What this till has done, kept in the browser until the server has it: the commands of the open sale, and completed
 * sales that wait to be sent. A crash, a reload or a dead network loses nothing.
 */

const COMMANDS = "command"
const SALES = "sale"

export class Journal {
    #database

    constructor(database) {
        this.#database = database
    }

    /**
     * @param {string} name one journal for each till
     * @throws when the browser keeps nothing for this site
     */
    static async open(name) {
        const request = indexedDB.open(name, 1)
        request.onupgradeneeded = () => {
            request.result.createObjectStore(COMMANDS, { autoIncrement: true })
            request.result.createObjectStore(SALES, { keyPath: "id" })
        }
        const database = await answer(request)
        // Another tab may bring a newer version of this journal; it must not wait for this one.
        database.onversionchange = () => database.close()
        return new Journal(database)
    }

    /** The commands of the open sale, in their order. */
    commands() {
        return answer(this.#store(COMMANDS, "readonly").getAll())
    }

    /** Writes a command down; it is on the disk when this resolves. */
    async append(command) {
        const change = this.#change([COMMANDS])
        change.objectStore(COMMANDS).add(command)
        await finished(change)
    }

    /** Forgets the open sale: nothing was sold. */
    async clear() {
        const change = this.#change([COMMANDS])
        change.objectStore(COMMANDS).clear()
        await finished(change)
    }

    /** The open sale is another one: the one that was cleared, or one that was parked. */
    async replace(commands) {
        const change = this.#change([COMMANDS])
        const store = change.objectStore(COMMANDS)
        store.clear()
        for (const command of commands) store.add(command)
        await finished(change)
    }

    /** Turns the open sale into one that waits to be sent; both or neither. */
    async seal(entry) {
        const change = this.#change([COMMANDS, SALES])
        change.objectStore(SALES).put(entry)
        change.objectStore(COMMANDS).clear()
        await finished(change)
    }

    /** Completed sales that the server does not have yet, oldest first. */
    async waiting() {
        const entries = await answer(this.#store(SALES, "readonly").getAll())
        return entries.sort((a, b) => a.id < b.id ? -1 : 1)
    }

    /** Writes down what the server said about a sale that it did not take. */
    async note(id, problem) {
        const change = this.#change([SALES])
        const store = change.objectStore(SALES)
        const request = store.get(id)
        request.onsuccess = () => {
            if (request.result) store.put({ ...request.result, problem })
        }
        await finished(change)
    }

    /** The server has the sale. */
    async remove(id) {
        const change = this.#change([SALES])
        change.objectStore(SALES).delete(id)
        await finished(change)
    }

    #store(name, mode) {
        return this.#database.transaction(name, mode).objectStore(name)
    }

    #change(names) {
        return this.#database.transaction(names, "readwrite", { durability: "strict" })
    }
}

function answer(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
        request.onblocked = () => reject(new Error("another tab keeps the journal closed"))
    })
}

function finished(change) {
    return new Promise((resolve, reject) => {
        change.oncomplete = () => resolve()
        change.onabort = change.onerror = () => reject(change.error)
    })
}
