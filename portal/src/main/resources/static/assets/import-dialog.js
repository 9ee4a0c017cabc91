// The dialog box with which a file is imported: dropping a file on it, and what is said of an upload while it is under way. htmx
// sends its form and shows the answer; without scripts the form has a page of its own.
"use strict";

(() => {
  const root = document.documentElement;
  // What it says stands in the page, in the page's language.
  const template = document.getElementById("import-words");
  const words = template.dataset;
  const withError = (text) => words.error + text;
  const title = document.title.startsWith(words.error) ? document.title.slice(words.error.length) : document.title;
  const importForm = () => document.getElementById("import-form");
  // A dialog box that is closed starts again from the form that it had at first.
  const first = importForm().cloneNode(true);
  // Until the form's request has been answered the dialog box stays: it ends with another form, with the same one that tells of a
  // problem, or with another page.
  const isSending = () => importForm().matches(".htmx-request");
  let upload = null;
  let isLeaving = false;

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

  // In the server's own words where it would have said the same.
  const showProblem = (sentence, detail = "") => {
    const form = importForm();
    forgetProblem(form);
    const summary = template.content.firstElementChild.cloneNode(true);
    const [said, more] = summary.querySelectorAll("p");
    (form.querySelector("#file") ? said.firstElementChild : said).textContent = sentence;
    if (detail) {
      more.textContent = detail;
    } else {
      more.remove();
    }
    form.prepend(summary);
    summary.focus();
    document.title = withError(title);
  };

  const announce = (text) => { importForm().querySelector("[role=status]").textContent = text; };

  const showProgress = (text, percent) => {
    const bar = importForm().querySelector("#uploaded");
    importForm().querySelector(".upload-progress label").textContent = text;
    if (percent === undefined) {
      bar.removeAttribute("value");
    } else {
      bar.value = percent;
    }
  };

  const leaveFor = (address) => {
    isLeaving = true;
    location.assign(address);
  };

  // A browser does not send a file that is not as it was when it was chosen, and says only that the network failed.
  const isChanged = (file) => file.slice(0, 1).arrayBuffer().then(() => false, () => true);

  const showChanged = (file) => {
    const input = importForm().querySelector("#file");
    input.value = "";
    showChosen(input);
    showProblem(words.changed.replace("{name}", () => file.name));
  };

  const token = () => importForm().elements._csrf.value;

  // An upload is either cancelled or taken in, whichever the server is asked for first.
  const withdraw = () => fetch(importForm().dataset.cancel, {
    method: "POST",
    headers: { "X-CSRF-TOKEN": token() },
    body: new URLSearchParams({ attempt: upload.attempt })
  }).then((answer) => ({ 204: "cancelled", 409: "taken in" })[answer.status], () => undefined);

  const uploadFailed = async () => {
    // What has not arrived in full cannot be taken in.
    const became = upload.arrived ? await withdraw() : "cancelled";
    if (became === "taken in") {
      leaveFor(importForm().dataset.imports);
    } else if (await isChanged(upload.file)) {
      showChanged(upload.file);
    } else if (became === "cancelled") {
      showProblem(words.notUploaded);
    } else {
      showProblem(words.unclear, words.unclearWhatToDo);
    }
  };

  const cancelUpload = async (button) => {
    button.disabled = true;
    const became = await withdraw();
    button.disabled = false;
    if (became === "cancelled" && isSending()) {
      htmx.trigger(importForm(), "htmx:abort");
      announce(words.cancelled);
      importForm().querySelector("[type=submit]").focus();
    }
  };

  const ofImportForm = (name, handle) => document.addEventListener(name, (event) => {
    if (event.target.id === "import-form") {
      handle(event, event.target);
    }
  });

  // What is wrong with a file before it is sent.
  ofImportForm("htmx:confirm", async (event, form) => {
    const input = form.querySelector("#file");
    if (!input) {
      return;
    }
    event.preventDefault();
    const file = input.files[0] || new Blob();
    if (file.size > Number(form.dataset.maxBytes)) {
      showProblem(words.tooLarge, words.fileNotImported.replace("{name}", () => file.name));
    } else if (await isChanged(file)) {
      showChanged(file);
    } else if (!isSending() && form === importForm()) {
      upload = { file, arrived: false, attempt: [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16)).join("-") };
      event.detail.issueRequest(true);
    }
  });

  ofImportForm("htmx:configRequest", (event, form) => {
    // In a header, so that the server need not read the file to find it.
    event.detail.headers["X-CSRF-TOKEN"] = token();
    if (form.querySelector("#file")) {
      event.detail.parameters.attempt = upload.attempt;
    }
  });

  ofImportForm("htmx:beforeSend", (event, form) => {
    const sent = event.detail.xhr.upload;
    if (form.querySelector("#file")) {
      showProgress(words.uploading, 0);
      sent.addEventListener("progress", (part) => {
        const percent = Math.floor(part.loaded / part.total * 100);
        showProgress(words.uploadingPercent.replace("{percent}", percent), percent);
      });
      sent.addEventListener("load", () => {
        upload.arrived = true;
        showProgress(words.checking);
        announce(words.uploaded);
      });
    }
    announce(form.querySelector(".upload-progress label").textContent);
    // Not on its button: the key that has pressed Upload may still be down.
    form.querySelector(".upload-progress").focus();
  });

  // To the page that it is led to, or to the sign-in.
  ofImportForm("htmx:beforeOnLoad", (event) => {
    const { xhr } = event.detail;
    if (new URL(xhr.responseURL).pathname.endsWith("/sign-in")) {
      event.preventDefault();
      leaveFor(xhr.responseURL);
    }
    isLeaving = isLeaving || xhr.getResponseHeader("HX-Redirect") !== null;
  });

  // What a proxy has answered instead is no form.
  ofImportForm("htmx:beforeSwap", (event) => {
    if (event.detail.shouldSwap && !event.detail.serverResponse.includes("import-form")) {
      event.preventDefault();
      showProblem(words.notUploaded);
    }
  });

  ofImportForm("htmx:afterSwap", (event, form) => {
    const summary = focusOnProblem(form);
    document.title = summary && summary.matches("[role=alert]") ? withError(title) : title;
  });

  // An error of the server, or of a proxy before it, tells as little of what became of it as a lost connection.
  const failed = (event, form) => {
    if (!form.querySelector("#file")) {
      // Confirmed twice, it is one import: so it can be tried again.
      showProblem(words.notReached);
    } else {
      uploadFailed();
    }
  };
  ofImportForm("htmx:sendError", failed);
  ofImportForm("htmx:responseError", (event, form) => {
    if (event.detail.xhr.status < 500) {
      showProblem(words.notUploaded);
    } else {
      failed(event, form);
    }
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const dialog = form.dataset.opens && document.getElementById(form.dataset.opens);
    if (dialog && dialog.showModal) {
      event.preventDefault();
      dialog.showModal();
      focusOnProblem(dialog);
    }
  });

  window.addEventListener("beforeunload", (event) => {
    if (isSending() && !isLeaving) {
      event.preventDefault();
    }
  });

  // Nothing begins behind the back of somebody who has left before it was taken in.
  window.addEventListener("pagehide", () => {
    if (isSending() && importForm().dataset.cancel && !isLeaving) {
      navigator.sendBeacon(importForm().dataset.cancel, new URLSearchParams({ attempt: upload.attempt, _csrf: token() }));
    }
  });

  document.addEventListener("click", (event) => {
    const dialog = event.target.closest("dialog");
    if (dialog && event.target.closest("[data-close]")) {
      event.preventDefault();
      dialog.close();
    }
    if (event.target.matches("[data-cancel-upload]") && isSending()) {
      cancelUpload(event.target);
    }
  });

  document.querySelectorAll("dialog").forEach((dialog) => {
    dialog.addEventListener("cancel", (event) => {
      if (isSending()) {
        event.preventDefault();
      }
    });
    // A browser may insist on closing it, at a gesture or a button of its own.
    dialog.addEventListener("close", () => {
      const form = importForm();
      if (isSending()) {
        dialog.showModal();
        return;
      }
      form.replaceWith(first.cloneNode(true));
      htmx.process(importForm());
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
    if (event.key === "Escape" && isSending()) {
      event.preventDefault();
    }
    // Browse looks like a button, so Enter does what it does on a button.
    if (event.target.id === "file" && event.key === "Enter") {
      event.preventDefault();
      event.target.click();
    }
  });

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
      if (!input || isSending() || files.length === 0) {
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
    event.preventDefault();
    if (name === "dragover") {
      event.dataTransfer.dropEffect = event.target.closest && event.target.closest("[data-drop]") ? "copy" : "none";
    }
  }));
})();
