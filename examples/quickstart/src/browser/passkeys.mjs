// Passkeys in a real browser, with Chromium's virtual authenticator (DevTools protocol, domain WebAuthn).
import { createServer, request } from 'node:http';

const OPTIONS = {
  protocol: 'ctap2',
  transport: 'internal',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
};

/** The key of one browser page, with what its user does about it. */
async function authenticator(page, credentials = []) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', { options: OPTIONS });
  const tell = (command, more) => devtools.send(`WebAuthn.${command}`, { authenticatorId, ...more });
  for (const credential of credentials) await tell('addCredential', { credential });
  return {
    recognises: (isUserVerified) => tell('setUserVerified', { isUserVerified }),
    credentials: async () => (await tell('getCredentials')).credentials,
  };
}

/** The virtual authenticator takes at once whatever is offered in a field; this leaves the button to be pressed. */
function offersNothing(page) {
  return page.addInitScript(() => {
    if (window.PublicKeyCredential) PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
}

/** The same pages under another origin, as a page in the middle shows them; and a page that frames what it is told to. */
async function impostor(base) {
  const server = createServer((from, to) => {
    const at = new URL(from.url, 'http://localhost');
    if (at.pathname === '/frame') {
      to.setHeader('Content-Type', 'text/html');
      to.end(`<!doctype html><title>frame</title><iframe src="${at.searchParams.get('of')}"></iframe>`);
      return;
    }
    const headers = { ...from.headers, host: new URL(base).host };
    const onward = request(base + from.url, { method: from.method, headers }, (answer) => {
      to.writeHead(answer.statusCode, answer.headers);
      answer.pipe(to);
    });
    onward.on('error', () => to.destroy());
    from.pipe(onward);
  });
  await new Promise((ready) => server.listen(0, ready));
  return { port: server.address().port, close: () => server.close() };
}

/** Somebody who must have a second factor: the image of an application's key is there, and a passkey does as well. */
export async function enrolment({ page, check, look, open, send, at }) {
  check(at(page) === '/second-factor/enrol', 'staff sets up a second factor while signing in');
  await look(page, 'second-factor-enrol');
  await send(page, '/second-factor/enrol', {}, 'second-factor-key');
  check(await page.locator('svg[role=img]').isVisible(), 'the key of an application is shown as an image too');
  await page.goBack();
  await authenticator(page);
  const form = page.locator('form[data-passkey="/passkey/second-factor"]');
  await Promise.all([page.waitForNavigation(), form.locator('button').click()]);
  check((await page.locator('.keys li').count()) === 10, 'a passkey does as well, and recovery codes are shown');
  await look(page, 'recovery-codes');
  await send(page, '/second-factor/kept', {});
  check(at(page) === '/account', 'and the person is in');
  await open(page, '/prove', 'prove-passkey-or-code');
  await open(page, '/account', 'account-factors');
  await open(page, '/account/recovery-codes', 'recovery-codes-renew');
  await send(page, '/account/recovery-codes', {});
  check((await page.locator('.keys li').count()) === 10, 'new recovery codes are made on the account page');
}

export async function passkeys({ base, password, visitor, check, look, refused, open, send, message, at }) {
  const button = (page, path) => page.locator(`form[data-passkey="${path}"] button`);
  const press = (page, path) => Promise.all([page.waitForNavigation(), button(page, path).click()]);
  const told = (page) => page.locator('[data-passkey-problem]:visible').innerText();

  // Adding one.
  const email = 'pia@example.com';
  const pia = await visitor();
  await open(pia, '/register');
  await send(pia, '/register', { first_name: 'Pia', last_name_1: 'Sol', email, password, terms: true });
  await pia.goto(await message(email, 'link'));
  await send(pia, '/confirm', {});
  await send(pia, '/sign-in', { login: email, password });
  const key = await authenticator(pia);
  await open(pia, '/account/passkeys/add', 'passkey-add');
  await key.recognises(false);
  await pia.locator('form[data-passkey] [name=name]').fill('laptop');
  await button(pia, '/passkey/add').click();
  check((await told(pia)).includes('you canceled'), 'who does not show a PIN, a finger or a face adds no passkey, and is told so');
  await key.recognises(true);
  await press(pia, '/passkey/add');
  check((await pia.locator('.keys li').count()) === 10, 'the first passkey brings recovery codes');
  await look(pia, 'recovery-codes-first-passkey');
  await send(pia, '/second-factor/kept', {});
  check((await pia.locator('main').innerText()).includes('laptop'), 'a passkey is registered and listed by its name');
  await look(pia, 'account-passkeys');
  await pia.locator('a[href*="/account/passkey?id="]').click();
  await look(pia, 'passkey');
  await send(pia, '/account/passkey', { name: 'my laptop' });
  check((await pia.locator('main').innerText()).includes('my laptop'), 'a passkey gets another name');

  // The proof before a sensitive step, and the same device twice.
  await open(pia, '/account/passkeys/add');
  check(at(pia) === '/prove', 'a second passkey wants a proof of the first');
  await look(pia, 'prove-passkey');
  await press(pia, '/passkey/prove');
  check(at(pia) === '/account/passkeys/add', 'a passkey is the proof before a sensitive step');
  await pia.locator('form[data-passkey] [name=name]').fill('again');
  await button(pia, '/passkey/add').click();
  check((await told(pia)).includes('already has a passkey'), 'a device adds no second passkey, and says why');

  // Signing in by the button, and the second factor. A copy of the passkey counts on, as one that a person has on two devices.
  const buttons = await visitor();
  await offersNothing(buttons);
  const second = await authenticator(buttons, await key.credentials());
  await open(buttons, '/sign-in', 'sign-in-passkey');
  await press(buttons, '/passkey/sign-in');
  check(at(buttons) === '/account', 'a person signs in by the button, without a name');
  await send(buttons, '/sign-out', {});
  await open(buttons, '/sign-in');
  await send(buttons, '/sign-in', { login: email, password }, 'second-factor-passkey');
  check(at(buttons) === '/second-factor', 'a password alone is not enough any more');
  await press(buttons, '/passkey/second-factor');
  check(at(buttons) === '/account', 'a passkey is the second factor');

  // By what the browser offers in the field.
  const field = await visitor();
  const third = await authenticator(field, await second.credentials());
  await field.goto(base + '/sign-in', { waitUntil: 'commit' });
  await field.waitForURL('**/account');
  check(at(field) === '/account', 'a person signs in by what the browser offers in the field');
  const credentials = await third.credentials();

  // Without scripts, and in a browser that has no passkeys.
  const plain = await visitor(false);
  await open(plain, '/sign-in');
  check(!(await button(plain, '/passkey/sign-in').isVisible()), 'without scripts there is no button');
  const old = await visitor();
  await old.addInitScript(() => delete window.PublicKeyCredential);
  await open(old, '/sign-in');
  check(!(await button(old, '/passkey/sign-in').isVisible()), 'a browser without passkeys shows no button');

  // Another origin.
  const evil = await impostor(base);
  await refused(async () => {
    const victim = await visitor();
    await offersNothing(victim);
    await authenticator(victim, credentials);
    await victim.goto(`http://localhost:${evil.port}/sign-in`);
    await press(victim, '/passkey/sign-in');
    check(at(victim) === '/sign-in/passkey' && (await victim.locator('[role=alert]:visible').innerText()).includes('wasn’t accepted'),
      'the server refuses a passkey that was shown to the same page under another port');
    await open(victim, '/account');
    check(at(victim) === '/sign-in', 'and nobody is signed in');
    await victim.goto(`http://127.0.0.1:${evil.port}/sign-in`);
    await button(victim, '/passkey/sign-in').click();
    check((await told(victim)).includes('didn’t work'), 'the browser shows no passkey to a page of another domain');
    check(at(victim) === '/sign-in', 'and sends nothing');
  });

  // A frame of another origin.
  await refused(async () => {
    const victim = await visitor();
    await authenticator(victim, credentials);
    const blocked = victim.waitForEvent('framenavigated', (frame) => frame.url().startsWith('chrome-error:')).catch(() => null);
    await victim.goto(`http://127.0.0.1:${evil.port}/frame?of=${base}/sign-in`);
    const framed = await blocked;
    check(framed !== null && framed !== victim.mainFrame() && !(await framed.locator('form').count()),
      'the pages are shown in no frame of another origin');
    await victim.goto(`http://127.0.0.1:${evil.port}/frame?of=http://localhost:${evil.port}/frame`);
    const inner = victim.frames().find((frame) => frame.url().startsWith('http://localhost'));
    const refusal = await inner.evaluate(() =>
      navigator.credentials.get({ publicKey: { challenge: new Uint8Array(32), rpId: 'localhost' } }).then(() => 'shown', (error) => error.name));
    check(refusal === 'NotAllowedError', 'the browser shows no passkey to a frame of another origin');
  });
  evil.close();

  // Removing it.
  await open(pia, '/account');
  await send(pia, '/account/passkeys/remove', {}, 'ask-passkey');
  await send(pia, '/account/passkeys/remove', {});
  check(!(await pia.locator('main').innerText()).includes('my laptop'), 'a passkey is removed');
}
