// What every page needs and neither the browser nor htmx does. Everything works without this script, too.
"use strict";

(() => {
  document.documentElement.classList.add("scripted");

  const isImportForm = (event) => event.target.id === "import-form";

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method === "post" && !isImportForm(event)) {
      // A second click must not ask for the same thing twice.
      setTimeout(() => form.querySelectorAll("button").forEach((button) => { button.disabled = true; }));
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".summary a");
    if (link) {
      const field = document.getElementById(link.hash.slice(1));
      if (field) {
        event.preventDefault();
        field.focus({ focusVisible: true });
      }
    }
  });

  // A page that comes back from the browser's memory is ready to be used again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      location.reload();
    }
  });

  const tellConnection = (lost) => document.querySelectorAll(".offline").forEach((note) => { note.hidden = !lost; });
  document.addEventListener("htmx:sendError", () => tellConnection(true));
  document.addEventListener("htmx:responseError", (event) => {
    if (isImportForm(event)) {
      return;
    }
    if (event.detail.xhr.status < 500) {
      location.reload();
    } else {
      tellConnection(true);
    }
  });

  // The end is read out, and now and then how far it is; focus is not taken away from where somebody is busy.
  document.addEventListener("htmx:afterSwap", (event) => {
    if (isImportForm(event)) {
      return;
    }
    const content = document.getElementById("content");
    const whole = content.querySelector("[data-title]");
    const told = content.querySelector("[data-announce]");
    const result = content.querySelector(".result[data-focus]");
    if (whole) {
      document.title = whole.dataset.title;
    }
    if (result && (document.activeElement === document.body || content.contains(document.activeElement))) {
      result.focus();
    } else if (told) {
      const status = document.getElementById("announcement");
      status.textContent = told.dataset.announce;
    }
  });

  const problem = document.querySelector("#content [data-focus]");
  if (problem) {
    problem.focus();
  }
})();
