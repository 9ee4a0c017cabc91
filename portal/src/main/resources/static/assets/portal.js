// What the browser cannot do by itself: the dialog box, dropping a file on it, and an upload from its progress to its end.
// Everything else works without this script.
"use strict";

(() => {
  const root = document.documentElement;
  // What it says stands in the page, in the page's language.
  const words = (document.getElementById("import-words") || root).dataset;
  const withError = (text) => (words.error || "") + text;
  const title = document.title.startsWith(words.error) ? document.title.slice(words.error.length) : document.title;
  const importForm = () => document.getElementById("import-form");
  // A dialog box that is closed starts again from the form that it had at first.
  const first = importForm() && importForm().cloneNode(true);
  // The request that is under way, if any. Until it has been answered the dialog box stays: it ends with another
  // form, with the same one that tells of a problem, or with another page.
  let sending = null;
  root.classList.add("scripted");

  const measured = (value, unit, digits) => new Intl.NumberFormat(root.lang, {
    style: "unit", unit, unitDisplay: unit === "byte" ? "long" : "short", minimumFractionDigits: digits, maximumFractionDigits: digits
  }).format(value);
  const size = (bytes) => bytes < 1e3 ? measured(bytes, "byte", 0)
    : bytes < 1e6 ? measured(bytes / 1e3, "kilobyte", 0) : measured(bytes / 1e6, "megabyte", 1);

  const showChosen = (input) => {
    const file = input.files[0];
    document.getElementById("chosen").textContent = file ? `${file.name}, ${size(file.size)}` : words.noneChosen;
  };

  const focusOnProblem = (within) => {
    const summary = within.querySelector("[data-focus]");
    if (summary) {
      summary.focus();
    }
    return summary;
  };

  const show = (html) => {
    const made = new DOMParser().parseFromString(html, "text/html").getElementById("import-form");
    if (!made) {
      showProblem(words.notUploaded);
      return;
    }
    importForm().replaceWith(made);
    const summary = focusOnProblem(made);
    document.title = summary && summary.matches("[role=alert]") ? withError(title) : title;
  };

  const forgetProblem = (form) => {
    form.querySelectorAll(".summary[role=alert], .message").forEach((old) => old.remove());
    form.querySelectorAll(".wrong").forEach((field) => field.classList.remove("wrong"));
    const input = form.querySelector("#file");
    if (input) {
      input.removeAttribute("aria-invalid");
      input.setAttribute("aria-describedby", "file-hint");
    }
    document.title = title;
  };

  const element = (name, text, properties) => Object.assign(document.createElement(name), { textContent: text }, properties);

  // In the server's own words where it would have said the same.
  const showProblem = (sentence, detail = "") => {
    const form = importForm();
    forgetProblem(form);
    const summary = element("div", "", { className: "summary", tabIndex: -1, role: "alert" });
    const said = element("p", form.querySelector("#file") ? "" : sentence);
    if (!said.textContent) {
      said.append(element("a", sentence, { href: "#file" }));
    }
    summary.append(element("h2", words.problem), said);
    if (detail) {
      summary.append(element("p", detail));
    }
    form.prepend(summary);
    summary.focus();
    document.title = withError(title);
  };

  const announce = (form, text) => { form.querySelector("[role=status]").textContent = text; };

  const setBusy = (form, busy) => {
    const progress = form.querySelector(".upload-progress");
    progress.hidden = !busy;
    form.querySelector(":scope > .buttons").hidden = busy;
    [...form.children].forEach((part) => { part.inert = busy && !part.matches(".upload-progress, [role=status]"); });
    if (busy) {
      // Not on its button: the key that has pressed Upload may still be down.
      progress.focus();
    }
  };

  const showProgress = (form, text, percent) => {
    const bar = form.querySelector("#uploaded");
    form.querySelector(".upload-progress label").textContent = text;
    if (percent === undefined) {
      bar.removeAttribute("value");
    } else {
      bar.value = percent;
    }
  };

  const token = (form) => form.elements._csrf.value;

  // An error of the server, or of a proxy before it, tells as little of what became of it as a lost connection.
  const start = (form, request, body, failed) => {
    sending = request;
    setBusy(form, true);
    announce(form, form.querySelector(".upload-progress label").textContent);
    request.addEventListener("load", () => (request.status < 500 ? answered(request) : failed()));
    request.addEventListener("error", failed);
    request.open("POST", form.getAttribute("action"));
    request.setRequestHeader("HX-Request", "true");
    // In a header, so that the server need not read the file to find it.
    request.setRequestHeader("X-CSRF-TOKEN", token(form));
    request.send(body);
  };

  const stop = () => {
    sending = null;
    setBusy(importForm(), false);
  };

  const leaveFor = (address) => {
    sending.leaving = true;
    location.assign(address);
  };

  const answered = (request) => {
    const elsewhere = request.getResponseHeader("Location");
    if (new URL(request.responseURL).pathname.endsWith("/sign-in")) {
      leaveFor(request.responseURL);
    } else if (request.status === 201 && elsewhere) {
      leaveFor(elsewhere);
    } else {
      stop();
      show(request.responseText);
    }
  };

  // A browser does not send a file that is not as it was when it was chosen, and says only that the network failed.
  const isChanged = (file) => file.slice(0, 1).arrayBuffer().then(() => false, () => true);

  const showChanged = (form, file) => {
    const input = form.querySelector("#file");
    input.value = "";
    showChosen(input);
    showProblem(words.changed.replace("{name}", () => file.name));
  };

  // An upload is either cancelled or taken in, whichever the server is asked for first.
  const withdraw = (form, upload) => fetch(form.dataset.cancel, {
    method: "POST",
    headers: { "X-CSRF-TOKEN": token(form) },
    body: new URLSearchParams({ attempt: upload.attempt })
  }).then((answer) => ({ 204: "cancelled", 409: "taken in" })[answer.status], () => undefined);

  const failed = async (form, upload, file) => {
    // What has not arrived in full cannot be taken in.
    const became = upload.arrived ? await withdraw(form, upload) : "cancelled";
    if (became === "taken in") {
      leaveFor(form.dataset.imports);
      return;
    }
    const isGone = await isChanged(file);
    stop();
    if (isGone) {
      showChanged(form, file);
    } else if (became === "cancelled") {
      showProblem(words.notUploaded);
    } else {
      showProblem(words.unclear, words.unclearWhatToDo);
    }
  };

  const sendFile = (form, submitter, file) => {
    const body = new FormData(form, submitter);
    const upload = new XMLHttpRequest();
    upload.attempt = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16)).join("-");
    body.set("attempt", upload.attempt);
    upload.upload.addEventListener("progress", (event) => {
      const percent = Math.floor(event.loaded / event.total * 100);
      showProgress(form, words.uploadingPercent.replace("{percent}", percent), percent);
    });
    upload.upload.addEventListener("load", () => {
      upload.arrived = true;
      showProgress(form, words.checking);
      announce(form, words.uploaded);
    });
    showProgress(form, words.uploading, 0);
    start(form, upload, body, () => failed(form, upload, file));
  };

  const submitUpload = async (form, submitter) => {
    const file = form.querySelector("#file").files[0] || new Blob();
    const most = Number(form.dataset.maxBytes);
    if (file.size > most) {
      showProblem(words.tooLarge, words.fileNotImported.replace("{name}", () => file.name));
    } else if (await isChanged(file)) {
      showChanged(form, file);
    } else if (!sending && form === importForm()) {
      sendFile(form, submitter, file);
    }
  };

  const cancelUpload = async (button) => {
    const form = importForm();
    const upload = sending;
    button.disabled = true;
    const became = await withdraw(form, upload);
    button.disabled = false;
    if (became === "cancelled" && sending === upload) {
      upload.abort();
      stop();
      announce(form, words.cancelled);
      form.querySelector("[type=submit]").focus();
    }
  };

  // Confirmed twice, it is one import: so it can be tried again.
  const confirm = (form, submitter) => {
    start(form, new XMLHttpRequest(), new URLSearchParams(new FormData(form, submitter)), () => {
      stop();
      showProblem(words.notReached);
    });
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const dialog = form.dataset.opens && document.getElementById(form.dataset.opens);
    if (dialog && dialog.showModal) {
      event.preventDefault();
      dialog.showModal();
      focusOnProblem(dialog);
    } else if ("upload" in form.dataset || "send" in form.dataset && !event.submitter.matches("[data-close]")) {
      event.preventDefault();
      if (!sending) {
        ("upload" in form.dataset ? submitUpload : confirm)(form, event.submitter);
      }
    } else if (form.method === "post") {
      // A second click must not ask for the same thing twice.
      setTimeout(() => form.querySelectorAll("button").forEach((button) => { button.disabled = true; }));
    }
  });

  window.addEventListener("beforeunload", (event) => {
    if (sending && !sending.leaving) {
      event.preventDefault();
    }
  });

  // Nothing begins behind the back of somebody who has left before it was taken in.
  window.addEventListener("pagehide", () => {
    if (sending && sending.attempt && !sending.leaving) {
      const form = importForm();
      navigator.sendBeacon(form.dataset.cancel, new URLSearchParams({ attempt: sending.attempt, _csrf: token(form) }));
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
    if (event.target.matches("[data-cancel-upload]") && sending) {
      cancelUpload(event.target);
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

  document.querySelectorAll("dialog").forEach((dialog) => {
    dialog.addEventListener("cancel", (event) => {
      if (sending) {
        event.preventDefault();
      }
    });
    // A browser may insist on closing it, at a gesture or a button of its own.
    dialog.addEventListener("close", () => {
      const form = importForm();
      if (sending) {
        dialog.showModal();
        return;
      }
      if (form.dataset.discard) {
        navigator.sendBeacon(form.dataset.discard, new URLSearchParams(new FormData(form)));
      }
      form.replaceWith(first.cloneNode(true));
      document.title = title;
    });
  });

  document.addEventListener("change", (event) => {
    if (event.target.id === "file") {
      forgetProblem(importForm());
      showChosen(event.target);
    }
  });

  document.addEventListener("keydown", (event) => {
    // Told only of the cancelling, a browser closes the dialog all the same at the second press.
    if (event.key === "Escape" && sending) {
      event.preventDefault();
    }
    // Browse looks like a button, so Enter does what it does on a button.
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
      if (!input || sending || files.length === 0) {
        return;
      }
      if (files.length > 1) {
        showProblem(words.several);
        return;
      }
      input.files = files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
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
    if (event.detail.xhr.status < 500) {
      location.reload();
    } else {
      tellConnection(true);
    }
  });

  // The end is read out, and now and then how far it is; focus is not taken away from where somebody is busy.
  document.addEventListener("htmx:afterSwap", () => {
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

  focusOnProblem(document.getElementById("content"));
})();
