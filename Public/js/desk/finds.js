// Fields that take a number or a handle propose what the words in them may mean; what is chosen is written as such.

let made = 0;

for (const field of document.querySelectorAll("input[data-finds]")) {
  const list = document.createElement("datalist");
  list.id = `finds-${made++}`;
  field.after(list);
  field.setAttribute("list", list.id);
  field.autocomplete = "off";
  let asked = 0;
  let waiting;
  field.addEventListener("input", (event) => {
    clearTimeout(waiting);
    const words = field.value.trim();
    // What was just chosen from the list is asked no more.
    if (words.length < 2 || event.inputType === "insertReplacementText") return;
    waiting = setTimeout(async () => {
      const number = ++asked;
      const answer = await fetch(`/desk/suggestions?of=${field.dataset.finds}&search=${encodeURIComponent(words)}`).catch(() => null);
      if (answer?.ok && number === asked) list.innerHTML = await answer.text();
    }, 120);
  });
}
