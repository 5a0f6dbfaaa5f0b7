// Lists that are worked in: j and k walk, Enter opens, x ticks, e changes a row where it stands.
// Each of these is a link or a field that works without this file.

const list = document.querySelector("[data-list]");
const body = list?.tBodies[0];
const bulk = document.querySelector("#bulk");
const isTyping = (target) => Boolean(target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]"));

/* Ticks: all of a page, a stretch with the shift key, and how many there are */

const ticks = () => [...list.querySelectorAll('tbody input[name="pick"]')];
let last;

function count() {
  const word = bulk?.querySelector("[data-picked]");
  if (!word) return;
  const picked = ticks().filter((tick) => tick.checked).length;
  word.hidden = picked === 0;
  word.querySelector("b").textContent = picked;
}

const all = list?.querySelector("[data-all]");
if (all) {
  all.hidden = false;
  all.addEventListener("change", () => {
    for (const tick of ticks()) tick.checked = all.checked;
    count();
  });
}

list?.addEventListener("click", (event) => {
  if (event.target.name !== "pick") return;
  const boxes = ticks();
  if (event.shiftKey && last) {
    const [from, to] = [boxes.indexOf(last), boxes.indexOf(event.target)].sort((a, b) => a - b);
    for (const tick of boxes.slice(from, to + 1)) tick.checked = event.target.checked;
  }
  last = event.target;
  count();
});
if (bulk) count();

/* A row that is changed where it stands */

/** Puts a row of another page of this list in place of the one that is here. */
async function replace(row, answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(row.id);
  if (!fresh) {
    location.assign(answer.url);
    return;
  }
  const wasTicked = row.querySelector('input[name="pick"]')?.checked ?? false;
  row.replaceWith(fresh);
  const tick = fresh.querySelector('input[name="pick"]');
  if (tick) tick.checked = wasTicked;
  (fresh.querySelector("[aria-invalid=true]") ?? fresh.querySelector("th input") ?? fresh.querySelector("[data-edit]"))?.focus();
}

list?.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-edit], [data-cancel]");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const open = list.querySelector("tr.is-edited [data-cancel]");
  if (open && open !== link) await replace(open.closest("tr"), await fetch(open.href));
  await replace(link.closest("tr"), await fetch(link.href));
});

document.addEventListener("submit", async (event) => {
  if (event.target.id !== "row") return;
  event.preventDefault();
  const row = event.target.closest("tr");
  const button = row.querySelector("button");
  button.setAttribute("aria-busy", "true");
  const sent = new URLSearchParams(new FormData(event.target));
  await replace(row, await fetch(event.target.action, { method: "POST", body: sent }));
});

/* Keys */

let here = -1;
function walk(step) {
  const rows = [...body.rows];
  here = Math.min(Math.max(here + step, 0), rows.length - 1);
  rows.forEach((row, index) => row.classList.toggle("is-here", index === here));
  rows[here]?.querySelector("th a, td a")?.focus({ preventScroll: true });
  rows[here]?.scrollIntoView({ block: "nearest" });
}

if (body) {
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.closest("tr.is-edited")) {
      event.target.closest("tr").querySelector("[data-cancel]").click();
      return;
    }
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const row = body.rows[here];
    if (event.key === "j") walk(1);
    else if (event.key === "k") walk(-1);
    else if (event.key === "x" && row) row.querySelector('input[name="pick"]')?.click();
    else if (event.key === "e" && row) row.querySelector("[data-edit]")?.click();
    else return;
    event.preventDefault();
  });
}
