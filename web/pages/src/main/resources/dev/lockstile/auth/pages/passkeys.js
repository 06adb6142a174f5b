'use strict';
// Passkeys. Without this file, or where the browser has none, what it serves stays hidden and every other way works.
(() => {
  const forms = document.querySelectorAll('form[data-passkey]');
  if (!window.PublicKeyCredential || !navigator.credentials) return;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0));
  const text = (buffer) =>
    btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''))
      .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = (list) => list.map((one) => ({ ...one, id: bytes(one.id) }));

  /** What the server asks, as the browser takes it. */
  function asked(json) {
    const options = { ...json, challenge: bytes(json.challenge) };
    if (json.user) options.user = { ...json.user, id: bytes(json.user.id) };
    if (json.excludeCredentials) options.excludeCredentials = known(json.excludeCredentials);
    if (json.allowCredentials) options.allowCredentials = known(json.allowCredentials);
    return options;
  }

  /** What the browser made, as the server takes it. */
  function made(credential) {
    const response = {};
    for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (credential.response[part]) response[part] = text(credential.response[part]);
    }
    if (response.attestationObject) response.transports = credential.response.getTransports?.() ?? [];
    const { id, type } = credential;
    return JSON.stringify({ id, rawId: text(credential.rawId), type, response, clientExtensionResults: {} });
  }

  async function begin(form) {
    const body = new URLSearchParams({ csrf: form.elements.csrf.value });
    const answer = await fetch(form.dataset.passkey, { method: 'POST', body });
    if (answer.redirected) return location.assign(answer.url);
    const said = await answer.json();
    if (answer.ok) return said;
    if (said.go) return location.assign(said.go);
    throw Object.assign(new Error(said.problem), { name: 'Refused' });
  }

  function send(form, ceremony, credential) {
    form.elements.ceremony.value = ceremony;
    form.elements.credential.value = made(credential);
    const trust = document.querySelector('[data-trust]:checked'); // one tick for every way of the page
    if (trust) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: trust.name, value: 'on' }));
    form.submit();
  }

  function tell(form, error) {
    const place = form.querySelector('[data-passkey-problem]');
    const cancelled = error.name === 'NotAllowedError' || error.name === 'AbortError';
    const words = { Refused: error.message, InvalidStateError: place.dataset.known };
    place.textContent = words[error.name] || (cancelled ? place.dataset.cancelled : place.dataset.failed);
    place.hidden = false;
  }

  /** The browser shows one prompt at a time: the one in the form's fields ends when a button is pressed. */
  let waiting = null;

  async function press(form) {
    const button = form.querySelector('button');
    waiting?.abort();
    button.disabled = true;
    try {
      const said = await begin(form);
      if (!said) return;
      const publicKey = asked(said.publicKey);
      const credential = await (publicKey.user
        ? navigator.credentials.create({ publicKey })
        : navigator.credentials.get({ publicKey }));
      send(form, said.ceremony, credential);
    } catch (error) {
      tell(form, error);
      if ('conditional' in form.dataset) offer(form);
    } finally {
      button.disabled = false;
    }
  }

  /** Offers passkeys among what the browser fills in, and asks anew before the challenge is too old while the page is in view. */
  async function offer(form) {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    waiting = new AbortController();
    const { signal } = waiting;
    const anew = () => {
      waiting.abort();
      offer(form);
    };
    const whenSeen = () => (document.hidden ? document.addEventListener('visibilitychange', anew, { once: true, signal }) : anew());
    const later = setTimeout(whenSeen, 9 * 60 * 1000);
    signal.addEventListener('abort', () => clearTimeout(later));
    try {
      const said = await begin(form);
      if (!said || signal.aborted) return;
      const publicKey = asked(said.publicKey);
      send(form, said.ceremony, await navigator.credentials.get({ publicKey, mediation: 'conditional', signal }));
    } catch {
      // nobody asked for a passkey yet, so nothing is told; the button is there
    }
  }

  for (const form of forms) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      press(form);
    });
    if ('conditional' in form.dataset) offer(form);
  }
  for (const line of document.querySelectorAll('[data-without-passkeys]')) line.hidden = true;
})();
