// Everything from the keyboard: a palette that finds things and leads to rooms, and keys that lead there at once.
// Without this, the field above every page finds the same on a page of its own.

const isTyping = (target) => Boolean(target.closest("input, textarea, select, [contenteditable]"));
const rooms = [...document.querySelectorAll(".rooms a")];

/** The letter behind `g` that leads to a room. */
const letters = { h: "/desk", o: "/desk/orders", p: "/desk/products", c: "/desk/collections", r: "/desk/stories", s: "/desk/stock", l: "/desk/locations", n: "/desk/channels", t: "/desk/staff", i: "/desk/imports", a: "/desk/activity", f: "/desk/followers" };

class Palette {
  #dialog = document.querySelector("#palette");
  #field = this.#dialog.querySelector("input");
  #list = this.#dialog.querySelector("ul");
  #asked = 0;
  #chosen = 0;

  constructor() {
    this.#field.addEventListener("input", () => this.#ask());
    this.#field.addEventListener("keydown", (event) => this.#press(event));
    this.#list.addEventListener("pointermove", (event) => {
      const index = [...this.#list.children].indexOf(event.target.closest("li"));
      if (index >= 0 && index !== this.#chosen) this.#choose(index);
    });
    this.#dialog.addEventListener("click", (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
    });
  }

  open(text = "") {
    if (this.#dialog.open) return;
    this.#field.value = text;
    this.#dialog.showModal();
    this.#field.select();
    this.#ask();
  }

  /** Rooms by their names at once; whatever else is called so when the server has answered. */
  async #ask() {
    const text = this.#field.value.trim();
    const number = ++this.#asked;
    const words = text.toLocaleLowerCase();
    const near = rooms.filter((room) => room.textContent.toLocaleLowerCase().includes(words));
    this.#show(near.map((room) => this.#entry(room, "")));
    if (text.length < 2 && !/^[0-9]+$/.test(text)) return;
    const answer = await fetch(`/desk/find?search=${encodeURIComponent(text)}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (number !== this.#asked) return;
    const found = [...page.querySelectorAll("#found li")].map((item) =>
      this.#entry(item.querySelector("a"), item.querySelector(".soft").textContent, item.querySelector("svg")));
    this.#show([...near.map((room) => this.#entry(room, "")), ...found]);
  }

  #entry(link, kind, icon = link.querySelector("svg")) {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.id = `palette-${Math.random().toString(36).slice(2)}`;
    const way = document.createElement("a");
    way.href = link.href;
    way.tabIndex = -1;
    if (icon) way.append(icon.cloneNode(true));
    way.append(link.textContent.trim());
    const second = document.createElement("span");
    second.className = "second";
    second.textContent = kind;
    way.append(second);
    item.append(way);
    return item;
  }

  #show(items) {
    this.#list.replaceChildren(...items);
    this.#choose(0);
  }

  #choose(index) {
    const items = [...this.#list.children];
    this.#chosen = items.length ? (index + items.length) % items.length : 0;
    items.forEach((item, place) => item.setAttribute("aria-selected", String(place === this.#chosen)));
    const chosen = items[this.#chosen];
    if (chosen) {
      this.#field.setAttribute("aria-activedescendant", chosen.id);
      chosen.scrollIntoView({ block: "nearest" });
    } else {
      this.#field.removeAttribute("aria-activedescendant");
    }
  }

  #press(event) {
    if (event.key === "ArrowDown") this.#choose(this.#chosen + 1);
    else if (event.key === "ArrowUp") this.#choose(this.#chosen - 1);
    else if (event.key === "Enter") this.#list.children[this.#chosen]?.querySelector("a").click();
    else return;
    event.preventDefault();
  }
}

const palette = new Palette();
const keys = document.querySelector("#keys");
for (const mark of document.querySelectorAll("[data-keys]")) mark.hidden = false;

let isGoing = false;
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    event.preventDefault();
    palette.open(document.querySelector("#find").value);
    return;
  }
  if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (isGoing) {
    isGoing = false;
    const way = rooms.find((room) => new URL(room.href).pathname === letters[event.key]);
    if (way) {
      event.preventDefault();
      way.click();
    }
    return;
  }
  if (event.key === "g") {
    isGoing = true;
    setTimeout(() => { isGoing = false; }, 1500);
  } else if (event.key === "/") {
    event.preventDefault();
    palette.open();
  } else if (event.key === "?") {
    event.preventDefault();
    keys.showModal();
  } else if (event.key === "n") {
    document.querySelector("[data-new]")?.click();
  }
});
