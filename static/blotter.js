// Conveniences only: every page is complete without this file.
"use strict";

// "/" puts the cursor into the search box, unless somebody is typing.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const box = document.getElementById("q");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// A suggested word that is chosen is searched for at once, as a suggested value is.
document.addEventListener("auto-complete-change", (event) => event.relatedTarget.form.requestSubmit());

// Forms leave out what is empty, so that addresses stay short.
document.addEventListener("submit", (event) => {
  if (event.target.method !== "get") return;
  const empty = [...event.target.elements].filter((field) => field.name && !field.value);
  for (const field of empty) field.disabled = true;
  setTimeout(() => empty.forEach((field) => (field.disabled = false)));
});

// A link into a closed section opens it.
function openTarget() {
  const target = document.querySelector(":target");
  if (target instanceof HTMLDetailsElement) target.open = true;
}
addEventListener("hashchange", openTarget);
openTarget();
