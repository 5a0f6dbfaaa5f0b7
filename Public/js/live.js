// Numbers that move: keeps elements marked data-live="stock:var_…" up to date.
//
// However many tabs of this site a browser has open, one of them holds the one stream (Web Locks elects it) and tells the
// others (BroadcastChannel). When it closes, another takes over and resumes where it was. Where a browser has neither,
// each tab listens for itself.
//
// <html data-live-from="/desk/live"> names another stream than /live. Before an element is changed it gets a `live` event
// (detail: topic, data); preventDefault() leaves the change to whoever handles it. `listen(topic, heard)` is for modules.

const source = document.documentElement.dataset.liveFrom ?? "/live";
const tab = Math.random().toString(36).slice(2);
const handlers = new Map();
const mine = new Set();

/// Calls `heard(data)` for each event of a topic; returns what ends it.
export function listen(topic, heard) {
    const heardBy = handlers.get(topic) ?? new Set();
    heardBy.add(heard);
    handlers.set(topic, heardBy);
    announce();
    return () => {
        heardBy.delete(heard);
        if (heardBy.size === 0) handlers.delete(topic);
        announce();
    };
}

/// Looks again for marked elements, after a script changed the page.
export function refresh() {
    announce();
}

function topicsOfPage() {
    const marked = [...document.querySelectorAll("[data-live]")].map((element) => element.dataset.live);
    return new Set([...marked, ...handlers.keys()]);
}

function hear(topic, data) {
    for (const element of document.querySelectorAll("[data-live]")) {
        if (element.dataset.live !== topic) continue;
        const event = new CustomEvent("live", { bubbles: true, cancelable: true, detail: { topic, data } });
        if (element.dispatchEvent(event)) show(element, data);
    }
    for (const heard of handlers.get(topic) ?? []) heard(data);
}

function show(element, text) {
    if (element.textContent === text) return;
    element.textContent = text;
    element.classList.remove("live-changed");
    void element.offsetWidth; // begins the animation anew
    element.classList.add("live-changed");
}

/// Events were lost: reads this page again and takes over its numbers. Pages do so one after the other.
async function readAnew() {
    document.dispatchEvent(new CustomEvent("live:reset"));
    if (!document.querySelector("[data-live]")) return;
    await new Promise((later) => setTimeout(later, Math.random() * 3000));
    try {
        const answer = await fetch(location.href, { headers: { accept: "text/html" } });
        if (!answer.ok) return;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const fresh of page.querySelectorAll("[data-live]")) hear(fresh.dataset.live, fresh.textContent);
    } catch {
        // The network is away; the stream comes back first, and resets again if it must.
    }
}

// The tab that holds the stream.

const leader = {
    isHolding: false,
    stream: null,
    asked: "",
    wanted: new Map(), // tab: its topics
    latest: new Map(), // topic: its latest data
    pending: 0,
    retries: 0,

    begin() {
        this.isHolding = true;
        this.want(tab, mine);
        post({ kind: "who" });
    },

    end() {
        this.isHolding = false;
        clearTimeout(this.pending);
        this.pending = 0;
        this.stream?.close();
        this.stream = null;
        this.asked = "";
        this.wanted.clear();
        this.latest.clear();
    },

    want(who, topics) {
        if (topics.size > 0) this.wanted.set(who, new Set(topics));
        else this.wanted.delete(who);
        for (const topic of topics) {
            if (this.latest.has(topic)) post({ kind: "event", to: who, topic, data: this.latest.get(topic) });
        }
        this.pending ||= setTimeout(() => this.open(), 50);
    },

    open() {
        this.pending = 0;
        const topics = [...new Set([...this.wanted.values()].flatMap((set) => [...set]))].sort().slice(0, 100);
        const asked = topics.map((topic) => "on=" + encodeURIComponent(topic)).join("&");
        if (asked === this.asked && this.stream?.readyState !== EventSource.CLOSED) return;
        this.stream?.close();
        this.asked = asked;
        this.stream = null;
        if (topics.length === 0) return;
        // A new stream begins with the latest value of each topic, so nothing is lost between the two.
        this.stream = new EventSource(source + "?" + asked);
        this.stream.onopen = () => { this.retries = 0; };
        this.stream.onmessage = (event) => {
            const end = event.data.indexOf("\n");
            const topic = event.data.slice(0, end);
            const data = event.data.slice(end + 1);
            this.latest.set(topic, data);
            hear(topic, data);
            post({ kind: "event", topic, data });
        };
        this.stream.addEventListener("reset", () => {
            this.latest.clear();
            post({ kind: "reset" });
            readAnew();
        });
        this.stream.onerror = () => {
            // The browser comes back by itself, and resumes, unless it was refused.
            if (this.stream?.readyState !== EventSource.CLOSED) return;
            this.retries += 1;
            const wait = Math.min(60_000, 2_000 * 2 ** this.retries) * (0.5 + Math.random());
            this.pending ||= setTimeout(() => this.open(), wait);
        };
    },
};

// What tabs tell each other.

let wire = null;

function post(message) {
    if (message.to === tab && message.kind === "event") return hear(message.topic, message.data);
    wire?.postMessage({ from: tab, ...message });
}

function receive({ data: message }) {
    if (message.to && message.to !== tab) return;
    if (message.kind === "event") hear(message.topic, message.data);
    else if (message.kind === "reset") readAnew();
    else if (message.kind === "who") post({ kind: "topics", topics: [...mine] });
    else if (message.kind === "topics" && leader.isHolding) leader.want(message.from, new Set(message.topics));
}

function announce() {
    const topics = topicsOfPage();
    const isNew = topics.size !== mine.size || [...topics].some((topic) => !mine.has(topic));
    if (!isNew) return;
    mine.clear();
    for (const topic of topics) mine.add(topic);
    if (leader.isHolding) leader.want(tab, mine);
    else post({ kind: "topics", topics: [...mine] });
}

// Coming and going. A page in the back-forward cache holds nothing.

let leave = null;

function arrive() {
    if (leave) return;
    mine.clear();
    if (!navigator.locks || !window.BroadcastChannel) {
        leader.begin();
        leave = () => leader.end();
    } else {
        const name = "seam-live " + source;
        wire = new BroadcastChannel(name);
        wire.onmessage = receive;
        const abort = new AbortController();
        let release = () => {};
        navigator.locks
            .request(name, { signal: abort.signal }, () => {
                leader.begin();
                return new Promise((done) => { release = done; });
            })
            .catch(() => {});
        leave = () => {
            post({ kind: "topics", topics: [] });
            leader.end();
            release();
            abort.abort();
            wire.close();
            wire = null;
        };
    }
    announce();
}

window.addEventListener("pagehide", () => {
    leave?.();
    leave = null;
});
window.addEventListener("pageshow", (event) => {
    arrive();
    if (event.persisted) readAnew();
});
if (document.readyState !== "loading") arrive();
else document.addEventListener("DOMContentLoaded", arrive);
