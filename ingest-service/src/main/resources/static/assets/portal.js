// What the browser cannot do by itself: the dialog box, dropping a file on it, and the progress of an upload.
// Everything else works without this script.
"use strict";

(() => {
  const root = document.documentElement;
  const title = document.title;
  let upload = null;
  root.classList.add("scripted");

  const size = (bytes) => bytes < 1e3 ? `${bytes} bytes` : bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

  const showChosen = (input) => {
    const file = input.files[0];
    document.getElementById("chosen").textContent = file ? `${file.name}, ${size(file.size)}` : "No file chosen";
  };

  const focusOnProblem = (within) => {
    const summary = within.querySelector("[data-focus]");
    if (summary) {
      summary.focus();
    }
    return summary;
  };

  const show = (html) => {
    const old = document.getElementById("import-form");
    const made = new DOMParser().parseFromString(html, "text/html").getElementById("import-form");
    if (!made) {
      showProblem("The selected file could not be uploaded – try again");
      return;
    }
    old.replaceWith(made);
    const summary = focusOnProblem(made);
    document.title = (summary && summary.matches("[role=alert]") ? "Error: " : "") + title;
  };

  // The server's own words, as it would have said them.
  const showProblem = (sentence) => {
    const form = document.getElementById("import-form");
    setBusy(form, false);
    form.querySelectorAll(".summary[role=alert]").forEach((old) => old.remove());
    const summary = document.createElement("div");
    summary.className = "summary";
    summary.tabIndex = -1;
    summary.setAttribute("role", "alert");
    const heading = document.createElement("h2");
    heading.textContent = "There is a problem";
    const link = document.createElement("a");
    link.href = "#file";
    link.textContent = sentence;
    const words = document.createElement("p");
    words.append(link);
    summary.append(heading, words);
    form.prepend(summary);
    summary.focus();
    document.title = `Error: ${title}`;
  };

  const setBusy = (form, busy) => {
    form.querySelectorAll("button").forEach((button) => { button.disabled = busy; });
    const progress = form.querySelector(".upload-progress");
    if (progress) {
      progress.hidden = !busy;
    }
  };

  const showUploaded = (form, event) => {
    const bar = form.querySelector("#uploaded");
    const label = form.querySelector(".upload-progress label");
    if (!bar || !event.lengthComputable) {
      return;
    }
    const percent = Math.floor(event.loaded / event.total * 100);
    bar.value = percent;
    label.textContent = percent < 100 ? `Uploading: ${percent}%` : "Checking the file";
  };

  const send = (form, submitter) => {
    const body = new FormData(form, submitter);
    const request = new XMLHttpRequest();
    upload = request;
    request.open("POST", form.getAttribute("action"));
    request.setRequestHeader("HX-Request", "true");
    // In a header, so that the server need not read the file to find it.
    request.setRequestHeader("X-CSRF-TOKEN", body.get("_csrf"));
    request.upload.addEventListener("progress", (event) => showUploaded(form, event));
    request.addEventListener("load", () => {
      const elsewhere = request.getResponseHeader("Location");
      if (request.status === 201 && elsewhere) {
        location.assign(elsewhere);
      } else if (new URL(request.responseURL).pathname.endsWith("/sign-in")) {
        location.assign(request.responseURL);
      } else {
        show(request.responseText);
      }
    });
    request.addEventListener("error", () => showProblem("The selected file could not be uploaded – try again"));
    setBusy(form, true);
    request.send(form.enctype === "multipart/form-data" ? body : new URLSearchParams(body));
  };

  const submitUpload = (form, submitter) => {
    const file = form.querySelector("#file").files[0];
    const most = Number(form.dataset.maxBytes);
    if (file && file.size > most) {
      showProblem(`The selected file must be smaller than ${most / 1024 / 1024}MB`);
    } else {
      send(form, submitter);
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const dialog = form.dataset.opens && document.getElementById(form.dataset.opens);
    if (dialog && dialog.showModal) {
      event.preventDefault();
      dialog.showModal();
      focusOnProblem(dialog);
    } else if ("upload" in form.dataset) {
      event.preventDefault();
      submitUpload(form, event.submitter);
    } else if ("send" in form.dataset) {
      event.preventDefault();
      send(form, event.submitter);
    } else if (form.method === "post") {
      // A second click must not ask for the same thing twice.
      setTimeout(() => form.querySelectorAll("button").forEach((button) => { button.disabled = true; }));
    }
  });

  // A page that comes back from the browser's memory is ready to be used again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      location.reload();
    }
  });

  document.addEventListener("click", (event) => {
    const dialog = event.target.closest("dialog");
    if (dialog && event.target.closest("[data-close]")) {
      event.preventDefault();
      dialog.close();
    }
    const link = event.target.closest(".summary a");
    if (link) {
      const field = document.getElementById(link.hash.slice(1));
      if (field) {
        event.preventDefault();
        field.focus({ focusVisible: true });
      }
    }
  });

  document.querySelectorAll("dialog").forEach((dialog) => dialog.addEventListener("close", () => {
    if (upload) {
      upload.abort();
      upload = null;
    }
    document.title = title;
    const form = document.getElementById("import-form");
    setBusy(form, false);
  }));

  document.addEventListener("change", (event) => {
    if (event.target.id === "file") {
      showChosen(event.target);
    }
  });

  // Browse looks like a button, so Enter does what it does on a button.
  document.addEventListener("keydown", (event) => {
    if (event.target.id === "file" && event.key === "Enter") {
      event.preventDefault();
      event.target.click();
    }
  });

  const dropZone = (event) => event.target.closest && event.target.closest("[data-drop]");

  document.querySelectorAll("[data-drop]").forEach((zone) => {
    zone.addEventListener("dragover", () => zone.classList.add("dragging"));
    zone.addEventListener("dragleave", (event) => {
      if (!zone.contains(event.relatedTarget)) {
        zone.classList.remove("dragging");
      }
    });
    zone.addEventListener("drop", (event) => {
      zone.classList.remove("dragging");
      const input = zone.querySelector("#file");
      const files = event.dataTransfer.files;
      if (!input || files.length === 0) {
        return;
      }
      if (files.length > 1) {
        showProblem("You can only select one file at a time");
        return;
      }
      input.files = files;
      showChosen(input);
    });
  });

  // A file that misses the box must not take the page's place.
  ["dragover", "drop"].forEach((name) => document.addEventListener(name, (event) => {
    if (document.querySelector("[data-drop]")) {
      event.preventDefault();
      if (name === "dragover") {
        event.dataTransfer.dropEffect = dropZone(event) ? "copy" : "none";
      }
    }
  }));

  const tellConnection = (lost) => document.querySelectorAll(".offline").forEach((note) => { note.hidden = !lost; });
  document.addEventListener("htmx:sendError", () => tellConnection(true));
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status === 401) {
      location.reload();
    } else {
      tellConnection(true);
    }
  });
  document.addEventListener("htmx:afterSwap", () => {
    const status = document.querySelector("#import .result strong");
    if (status && document.title.includes(":")) {
      document.title = status.textContent + document.title.slice(document.title.indexOf(":"));
    }
  });

  focusOnProblem(document.getElementById("content"));
})();
