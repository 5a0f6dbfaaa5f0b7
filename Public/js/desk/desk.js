// What makes the back office nicer where scripts run; every page is right without it.

/** On a small screen the rooms are a row: the one where one is stands in sight. */
const rooms = document.querySelector(".rooms ul");
const room = rooms?.querySelector("[aria-current]");
if (room) rooms.scrollLeft = room.offsetLeft - (rooms.clientWidth - room.offsetWidth) / 2;

/** What cannot be undone asks once more, in the words of its form. */
document.addEventListener("submit", (event) => {
  const question = event.target.dataset.ask;
  if (question && !window.confirm(question)) event.preventDefault();
});

/** A form that was changed and not sent asks before the page goes. */
const changed = new Set();
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-keep]");
  if (form) changed.add(form);
});
document.addEventListener("submit", (event) => changed.delete(event.target));
window.addEventListener("beforeunload", (event) => {
  if (changed.size > 0) event.preventDefault();
});

/** What was refused is where the cursor goes. */
document.querySelector("[aria-invalid='true']")?.focus();
