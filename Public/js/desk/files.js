// Files: dropped as well as chosen, and how far an import is without asking for the page again by hand.

for (const place of document.querySelectorAll("[data-drop]")) {
  const field = place.querySelector("input[type=file]");
  for (const name of ["dragenter", "dragover"]) {
    place.addEventListener(name, (event) => {
      event.preventDefault();
      place.classList.add("is-over");
    });
  }
  for (const name of ["dragleave", "drop"]) place.addEventListener(name, () => place.classList.remove("is-over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    field.files = event.dataTransfer.files;
  });
}

for (const form of document.querySelectorAll('form[enctype="multipart/form-data"]')) {
  form.addEventListener("submit", (event) => event.submitter?.setAttribute("aria-busy", "true"));
}

/** Asks again while it is running; the page ends up as it would look when it is opened afterwards. */
async function follow() {
  while (document.querySelector("#run[data-running]")) {
    await new Promise((resolve) => { setTimeout(resolve, 700); });
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) continue;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("#run");
    if (!fresh) return;
    document.querySelector("#run").replaceWith(fresh);
  }
}
follow();

/* Pictures of a product: their order is their places, so that moving one is writing new numbers */

for (const list of document.querySelectorAll("[data-order]")) {
  const shots = () => [...list.children].filter((shot) => !("empty" in shot.dataset));
  const number = () => shots().forEach((shot, index) => {
    const place = shot.querySelector("[data-place]");
    if (place.value === String(index + 1)) return;
    place.value = index + 1;
    place.dispatchEvent(new Event("input", { bubbles: true }));
  });
  for (const shot of shots()) {
    shot.draggable = true;
    shot.addEventListener("dragstart", (event) => {
      // Text in a field is chosen with the pointer, not dragged away with its picture.
      if (document.activeElement?.matches("input") && shot.contains(document.activeElement)) return event.preventDefault();
      shot.classList.add("is-carried");
      event.dataTransfer.effectAllowed = "move";
    });
    shot.addEventListener("dragend", () => {
      shot.classList.remove("is-carried");
      number();
    });
    shot.addEventListener("dragover", (event) => {
      const carried = list.querySelector(".is-carried");
      if (!carried) return;
      event.preventDefault();
      if (carried === shot) return;
      const all = shots();
      if (all.indexOf(carried) < all.indexOf(shot)) shot.after(carried);
      else shot.before(carried);
    });
    shot.querySelector("[data-place]").addEventListener("change", (event) => {
      const place = Math.min(Math.max(Number.parseInt(event.target.value, 10) || 1, 1), shots().length);
      const others = shots().filter((other) => other !== shot);
      if (others[place - 1]) others[place - 1].before(shot);
      else others.at(-1)?.after(shot);
      number();
      event.target.focus();
    });
  }
}
