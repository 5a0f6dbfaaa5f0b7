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
  form.addEventListener("submit", () => form.querySelector("button:not([type=button])").setAttribute("aria-busy", "true"));
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
