// Drives the quickstart's pages in a real browser. Run by browser-check, which starts the quickstart and says where it is:
//   node pages.mjs <base address> <folder for screenshots> <bootstrap secret> [short]
// The short form judges each page as the whole one does, takes no pictures, and looks at one other language alone.
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { changesLanguage, focusRings, presses } from './forms.mjs';
import { enrolment, passkeys } from './passkeys.mjs';

const require = createRequire(join(process.cwd(), 'package.json'));
const { chromium } = require('playwright-core');
const axe = require.resolve('axe-core/axe.min.js');

const [base, folder, bootstrap, form] = process.argv.slice(2);
const short = form === 'short';
const PASSWORD = 'plum-harbour-4417';
const NEXT = 'quiet-lantern-8852';
const problems = [];
const shown = new Set();
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });

const scripted = new Set();

async function visitor(scripts = true) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US', javaScriptEnabled: scripts });
  context.setDefaultTimeout(120_000); // a busy machine hashes a password for long
  const page = await context.newPage();
  if (scripts) scripted.add(page);
  page.on('console', (line) => line.type() === 'error' && problems.push(`console, ${page.url()}: ${line.text()}`));
  page.on('pageerror', (error) => problems.push(`script, ${page.url()}: ${error}`));
  return page;
}

function check(holds, what) {
  if (!holds) problems.push(what);
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
}

// Each page once: narrow and wide, light and dark, and looked over by axe-core in both.
const WIDTHS = [390, 1280];
const SCHEMES = ['light', 'dark'];
const NARROW = [320, 640]; // the smallest screen, and a window of 1280 pixels at 200 %

async function picture(page, name, fullPage = true) {
  if (!short) await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
}

async function look(page, name) {
  if (shown.has(name)) return;
  shown.add(name);
  await weighs(page, name);
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await picture(page, `${name}-${width}-${colorScheme}`, name !== 'api');
      await fits(page, name, width);
    }
    for (const ring of await focusRings(page)) problems.push(`focus, ${name}, ${colorScheme}: ${ring}`);
    const found = await judge(await page.content(), page.url(), colorScheme);
    for (const violation of found) problems.push(`axe-core, ${name}, ${colorScheme}: ${violation}`);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: 'active' });
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 800 });
    await fits(page, name, width);
  }
  await picture(page, `${name}-forced`, name !== 'api');
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  await page.setViewportSize({ width: 1280, height: 800 });
  if (scripted.has(page)) for (const wrong of await presses(page)) problems.push(`${name}: ${wrong}`);
}

// A page in another language: narrow and wide, and what was typed is there in the next one.
async function glance(page, path, language, next) {
  await page.goto(`${base}${path}?lang=${language}`);
  const name = `${language}${path.replaceAll('/', '-')}`;
  shown.add(name);
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await fits(page, name, width);
    if (width !== 320) await picture(page, `${name}-${width}`);
  }
  for (const violation of await judge(await page.content(), page.url(), 'light')) problems.push(`axe-core, ${name}: ${violation}`);
  for (const field of await changesLanguage(page, next)) problems.push(`${name}: the text of ${field} is lost in ${next}`);
}

// Each kind of e-mail that was sent, as a phone and a wide window show it.
async function mails() {
  const page = await visitor(false);
  const subjects = new Set();
  for (const { subject, html } of await (await fetch(`${base}/dev/messages`)).json()) {
    if (!html || subjects.has(subject)) continue;
    subjects.add(subject);
    const name = `mail-${subjects.size}`;
    await page.setContent(html);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      for (const width of [390, 600]) {
        await page.setViewportSize({ width, height: 800 });
        await fits(page, name, width);
        await picture(page, `${name}-${width}-${colorScheme}`);
      }
      for (const violation of await judge(html, `${base}/mail`, colorScheme, ['region', 'landmark-one-main', 'page-has-heading-one'])) {
        problems.push(`axe-core, ${name} (${subject}), ${colorScheme}: ${violation}`);
      }
    }
  }
  check(subjects.size > 2, `${subjects.size} kinds of e-mail are looked at`);
}

// What a page and all that it loads weigh before compression; the description of the endpoints is none of it.
async function weighs(page, name) {
  const bytes = await page.evaluate(() => ['navigation', 'resource']
    .flatMap((type) => performance.getEntriesByType(type))
    .filter((entry) => entry.initiatorType !== 'fetch')
    .reduce((sum, entry) => sum + entry.decodedBodySize, 0));
  const most = (page.url().includes('/admin') ? 90 : 40) * 1024;
  if (bytes > most) problems.push(`${name} weighs ${bytes} bytes`);
}

async function fits(page, name, width) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) problems.push(`${name} is ${over} pixels too wide at ${width}`);
}

// In a context of its own without the policy, since the policy rightly refuses the checker's script.
let judging;
async function judge(content, url, colorScheme, without = []) {
  judging ??= await (await browser.newContext({ bypassCSP: true, viewport: { width: 390, height: 800 } })).newPage();
  await judging.emulateMedia({ colorScheme });
  await judging.route('**/*', (route) =>
    route.request().isNavigationRequest() ? route.fulfill({ body: content, contentType: 'text/html' }) : route.continue());
  await judging.goto(url);
  await judging.addScriptTag({ path: axe });
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }])); // mails have no landmarks
  const result = await judging.evaluate((off) => globalThis.axe.run({ rules: off }), rules);
  await judging.unrouteAll();
  return result.violations
    .map((violation) => `${violation.id} (${violation.impact}): ${violation.nodes.map((node) => node.html).slice(0, 2).join(' ')}`);
}

async function open(page, path, name) {
  await page.goto(base + path);
  if (name) await look(page, name);
}

async function send(page, form, fields, name) {
  if (form === '/sign-in' && fields.login) { // the address first
    await send(page, '/sign-in/ways', { login: fields.login }, 'sign-in-ways');
    return send(page, form, { password: fields.password }, name);
  }
  for (const [field, value] of Object.entries(fields)) {
    const input = page.locator(`form[action="${form}"] [name="${field}"]`);
    if (value === true) await input.check();
    else await input.fill(value);
  }
  const button = page.locator(`form[action="${form}"] button:not([type=button])`).first();
  if (!(await button.isVisible())) await page.locator('.menu summary').click();
  await Promise.all([page.waitForNavigation(), button.click()]);
  if (name) await look(page, name);
}

async function message(to, what, seen) {
  for (let i = 0; i < 150; i++) {
    const all = await (await fetch(base + '/dev/messages')).json();
    const found = all.find((one) => one.to === to && one[what])?.[what];
    if (found && found !== seen) return found;
    await new Promise((wake) => setTimeout(wake, 200));
  }
  throw new Error(`no ${what} came to ${to}`);
}

const at = (page) => new URL(page.url()).pathname;

// Register, prove the address, sign in.
const email = 'ana@example.com';
const ana = await visitor();
await open(ana, '/', 'home');
await open(ana, '/register', 'register');
await send(ana, '/register', { first_name: 'Ana', last_name_1: 'Ruiz', email, password: PASSWORD, terms: true }, 'register-sent');
check(at(ana) === '/register/sent', 'a registration ends at the page that says to look for a message');
const confirmation = await message(email, 'link');
await ana.goto(confirmation);
await look(ana, 'confirm');
await send(ana, '/confirm', {});
await open(ana, '/sign-in', 'sign-in');
await send(ana, '/sign-in', { login: email, password: PASSWORD }, 'account');
check(at(ana) === '/account', 'a person signs in with the password');

// Another browser confirms: with the password of the registration, or without any and a new one.
const elsewhere = 'elsewhere@example.com';
const registering = await visitor();
await open(registering, '/register');
await send(registering, '/register', { first_name: 'Eva', last_name_1: 'Luz', email: elsewhere, password: PASSWORD, terms: true });
const owner = await visitor(false);
await owner.goto(await message(elsewhere, 'link'));
await look(owner, 'confirm-elsewhere');
await send(owner, '/confirm', { password: NEXT });
check(at(owner) === '/confirm', 'a password that is not the one of the registration confirms nothing');
const refusal = problems.findIndex((problem) => problem.startsWith('console,') && problem.includes('/confirm: ') && problem.includes('400'));
if (refusal >= 0) problems.splice(refusal, 1); // the browser tells a refused form in its console
await Promise.all([owner.waitForNavigation(), owner.locator('form[action="/confirm"] button.second').click()]);
check(at(owner) === '/reset', 'who did not register chooses a password');
await send(owner, '/reset', { new_password: NEXT, new_password_confirm: NEXT });
check(at(owner) === '/account', 'and is signed in with it');

// By a code, to a phone and to an e-mail address.
for (const [kind, contact] of [['phone', '+525512345678'], ['email', 'bea@example.com']]) {
  const bea = await visitor();
  await open(bea, '/code', 'code');
  await send(bea, '/code', { contact }, 'code-verify');
  check(await bea.locator('[data-after-countdown]').isDisabled(), `another code has to wait (${kind})`);
  const code = await message(contact, 'code');
  const forms = [];
  bea.on('request', (request) => request.method() === 'POST' && forms.push(request.postData()));
  await Promise.all([bea.waitForURL('**/account'), bea.locator('#code').evaluate((field, text) => {
    const data = new DataTransfer();
    data.setData('text', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, cancelable: true }));
  }, `${code.slice(0, 3)} ${code.slice(3)}`)]);
  check(at(bea) === '/account', `a person signs in by pasting a code (${kind})`);
  check(forms.length === 1 && forms[0].includes(`code=${code}`), `it is sent once and without its gap (${kind})`);
  await bea.context().close();
}

// A second profile, and switching to it.
await open(ana, '/account/profile', 'profile');
await send(ana, '/account/profile', { first_name: 'Work', last_name_1: 'Ruiz' });
await send(ana, '/account/profile/switch', {});
check((await ana.locator('h1').innerText()).includes('Work Ruiz'), 'a person switches to another profile');

// Ending another session.
const second = await visitor();
await open(second, '/sign-in');
await send(second, '/sign-in/ways', { login: email });
await second.fill('[name=password]', PASSWORD);
const clicks = [];
second.on('request', (request) => request.method() === 'POST' && clicks.push(request.url()));
await Promise.all([second.waitForURL('**/account'), second.locator('form[action="/sign-in"] > button').dblclick()]);
check(clicks.length === 1, 'a double click sends one form');
await open(ana, '/account');
await send(ana, '/account/sessions/end', {});
await open(second, '/account');
check(at(second) === '/sign-in', 'a session that was ended elsewhere is over');

// The other pages of an account.
await open(ana, '/account/change', 'change');
await send(ana, '/account/change', { contact: '+525587654321' }, 'change-confirm');
await send(ana, '/account/change/confirm', { code: await message('+525587654321', 'code') });
check((await ana.locator('main').innerText()).includes('5587654321'), 'a new phone counts when its code is typed');
await open(ana, '/account/password', 'password');
await open(ana, '/account/delete', 'delete');
await open(ana, '/account/preferences', 'preferences');
await open(ana, '/account/activity', 'activity');
await open(ana, '/prove', 'prove');
await open(ana, '/account/totp', 'totp');
await send(ana, '/account/totp', {}, 'totp-key');
check(await ana.locator('svg[role=img]').isVisible(), 'an application is set up from the account page');

// A forgotten password, without scripts.
const plain = await visitor(false);
await open(plain, '/forgotten');
await send(plain, '/forgotten', { contact: email });
await plain.goto(await message(email, 'link', confirmation));
await send(plain, '/reset', { new_password: NEXT, new_password_confirm: NEXT });
check(at(plain) === '/account', 'a forgotten password is set anew, without scripts');
const forgetful = await visitor();
await open(forgetful, '/forgotten', 'forgotten');
await open(forgetful, '/reset?uid=a&token=b', 'reset');
await open(forgetful, '/api', 'api');

await passkeys({ base, password: PASSWORD, visitor, check, look, open, send, message, at, problems });

// The administration.
await fetch(base + '/auth/admin/create-superuser/', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-Admin-Bootstrap-Token': bootstrap },
  body: JSON.stringify({ email: 'root@example.com', password: PASSWORD }),
});
const root = await visitor();
await open(root, '/sign-in');
await send(root, '/sign-in', { login: 'root@example.com', password: PASSWORD });
await enrolment({ page: root, check, look, open, send, at });
for (const list of ['users', 'invitations', 'events', 'profiles', 'devices', 'codes', 'sessions', 'sms-log', 'email-log', 'legacy-links', 'imports']) {
  await open(root, `/admin/${list}`, `admin-${list}`);
}
await open(root, '/admin', 'admin-figures');
await open(root, '/admin/users');
await root.fill('#find', email);
await root.waitForURL('**/admin/users?find=*');
check((await root.locator('tbody tr').count()) === 1, 'a superuser finds a user while typing the address');
await open(root, '/admin/users?status=active&proven=yes&sort=name', 'admin-users-filtered');
await root.locator('[name=select]').first().check();
await Promise.all([root.waitForNavigation(), root.click('button[value=end-sessions]')]);
await look(root, 'admin-bulk');
const plainRoot = await root.context().browser().newContext({ javaScriptEnabled: false, storageState: await root.context().storageState() });
const unscripted = await plainRoot.newPage();
await unscripted.goto(`${base}/admin/users`);
await unscripted.fill('#find', email);
await Promise.all([unscripted.waitForNavigation(), unscripted.click('.find button')]);
check((await unscripted.locator('tbody tr').count()) === 1, 'and without scripts by the button');
await plainRoot.close();
await open(root, `/admin/users?find=${encodeURIComponent(email)}`);
await Promise.all([root.waitForNavigation(), root.locator('tbody a').first().click()]);
await look(root, 'admin-user');
for (const tab of ['ways', 'sessions', 'messages', 'trail']) {
  await open(root, `/admin/user?id=${new URL(root.url()).searchParams.get('id')}&tab=${tab}`, `admin-user-${tab}`);
}
await open(root, `/admin/user?id=${new URL(root.url()).searchParams.get('id')}`);
await Promise.all([root.waitForNavigation(), root.click('form[action$="/admin/user/disable"] button')]);
await look(root, 'ask');

// The other languages, whose words are longer.
const guest = await visitor();
const LANGUAGES = short ? ['de', 'en'] : ['es', 'pt', 'de', 'fr', 'en'];
for (const [at, language] of LANGUAGES.slice(0, -1).entries()) {
  for (const path of ['/sign-in', '/register', '/code', '/forgotten']) await glance(guest, path, language, LANGUAGES[at + 1]);
  for (const path of ['/account', '/account/profile', '/account/password', '/admin', '/admin/users', '/admin/events']) {
    await glance(root, path, language, LANGUAGES[at + 1]);
  }
}
await mails();

await browser.close();
console.log(`${shown.size} pages seen, ${problems.length} problems${short ? '' : `; screenshots in ${folder}`}`);
problems.forEach((problem) => console.log(`PROBLEM ${problem}`));
process.exit(problems.length === 0 ? 0 : 1);
