// Adds a passkey, or signs in with one: the browser asks for it, and the form brings its answer.
"use strict";

(() => {
  const bytes = (text) => Uint8Array.from(
    atob(text.replace(/-/g, "+").replace(/_/g, "/")), (character) => character.charCodeAt(0));

  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const credentials = (described) => (described || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const token = (form) => form.querySelector("input[name='_csrf']").value;

  const answer = (credential, response) => JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: {},
    authenticatorAttachment: credential.authenticatorAttachment
  });

  const add = async (form) => {
    const options = JSON.parse(form.dataset.options);
    const credential = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: credentials(options.excludeCredentials)
      }
    });
    return answer(credential, {
      attestationObject: text(credential.response.attestationObject),
      clientDataJSON: text(credential.response.clientDataJSON),
      transports: credential.response.getTransports ? credential.response.getTransports() : []
    });
  };

  const use = async (form) => {
    const asked = await fetch(form.dataset.optionsFrom, {
      method: "POST",
      headers: { "X-CSRF-TOKEN": token(form) }
    });
    const options = await asked.json();
    const credential = await navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        allowCredentials: credentials(options.allowCredentials)
      }
    });
    const handle = credential.response.userHandle;
    return answer(credential, {
      authenticatorData: text(credential.response.authenticatorData),
      clientDataJSON: text(credential.response.clientDataJSON),
      signature: text(credential.response.signature),
      userHandle: handle ? text(handle) : null
    });
  };

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    const problem = form.querySelector("[data-passkey-problem]");
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      problem.hidden = true;
      try {
        form.elements.credential.value = await (form.dataset.passkey === "add" ? add(form) : use(form));
        form.submit();
      } catch {
        problem.hidden = false;
        form.querySelectorAll("button").forEach((button) => { button.disabled = false; });
      }
    });
  });
})();
