// What every group of pages is looked at with: visitors, pictures, axe-core, the problems that were found.
import { createRequire } from 'node:module';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { changesLanguage, focusRings, presses } from './forms.mjs';
import { translations } from './languages.mjs';
import { slowForms } from './slow.mjs';

const require = createRequire(join(process.cwd(), 'package.json'));
const { chromium } = require('playwright-core');
const axe = require.resolve('axe-core/axe.min.js');

// Each page once: narrow and wide, light and dark, and looked over by axe-core in both.
const WIDTHS = [390, 1280];
const SCHEMES = ['light', 'dark'];
const NARROW = [320, 640]; // the smallest screen, and a window of 1280 pixels at 200 %

export const PASSWORD = 'plum-harbour-4417';
export const at = (page) => new URL(page.url()).pathname;

/** A browser, and what is done in it with the pages of the host at the base address. */
export async function checker({ base, folder, short }) {
  const problems = [];
  const shown = new Set();
  const scripted = new Set();
  const untranslated = [];
  let pictures = 0;
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
  const slow = slowForms(browser, short, problem);

  /** Told at once, and counted at the end. */
  function problem(what) {
    problems.push(what);
    console.log(`PROBLEM ${what}`);
  }

  function check(holds, what) {
    if (!holds) problem(what);
    else console.log(`ok   ${what}`);
  }

  // The browser tells each refused request in its console; while a refusal is wanted that is no problem.
  let refusing = 0;
  async function refused(work) {
    refusing++;
    try {
      return await work();
    } finally {
      refusing--;
    }
  }

  async function visitor(scripts = true, state = undefined) {
    const context = await browser.newContext(
      { viewport: { width: 1280, height: 800 }, locale: 'en-US', javaScriptEnabled: scripts, storageState: state,
        extraHTTPHeaders: { 'X-Forwarded-For': '203.0.113.7' } }); // as a proxy tells it: lists hide the machine's own address
    context.setDefaultTimeout(120_000); // a busy machine hashes a password for long
    const page = await context.newPage();
    if (scripts) scripted.add(page);
    page.on('console', (line) => line.type() === 'error' && !refusing && problem(`console, ${page.url()}: ${line.text()}`));
    page.on('pageerror', (error) => problem(`script, ${page.url()}: ${error}`));
    return page;
  }

  async function picture(page, name, fullPage = true) {
    if (short) return;
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
    pictures++;
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
      for (const ring of await focusRings(page)) problem(`focus, ${name}, ${colorScheme}: ${ring}`);
      const found = await judge(await page.content(), page.url(), colorScheme);
      for (const violation of found) problem(`axe-core, ${name}, ${colorScheme}: ${violation}`);
    }
    await page.emulateMedia({ colorScheme: null, forcedColors: 'active' });
    for (const width of NARROW) {
      await page.setViewportSize({ width, height: 800 });
      await fits(page, name, width);
    }
    await picture(page, `${name}-forced`, name !== 'api');
    await page.emulateMedia({ colorScheme: null, forcedColors: null });
    await page.setViewportSize({ width: 1280, height: 800 });
    if (!short) await inOtherLanguages(page, name);
    if (!scripted.has(page)) return;
    await slow.of(page, name);
    for (const wrong of await presses(page)) problem(`${name}: ${wrong}`);
  }

  async function inOtherLanguages(page, name) {
    const others = await translations(page);
    if (others.length === 0) untranslated.push(name);
    for (const { language, html } of others) {
      for (const violation of await judge(html, page.url(), 'light')) problem(`axe-core, ${name}, ${language}: ${violation}`);
      for (const width of [NARROW[0], ...WIDTHS]) {
        await judging.setViewportSize({ width, height: 800 });
        await fits(judging, `${name}, ${language}`, width);
        if (width !== NARROW[0]) await picture(judging, `${name}-${width}-${language}`, name !== 'api');
      }
    }
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
    for (const violation of await judge(await page.content(), page.url(), 'light')) problem(`axe-core, ${name}: ${violation}`);
    for (const field of await changesLanguage(page, next)) problem(`${name}: the text of ${field} is lost in ${next}`);
  }

  // Each kind of e-mail of a list, as a phone and a wide window show it.
  async function mails(list) {
    const page = await visitor(false);
    const subjects = new Set();
    for (const { subject, html, sample } of await (await fetch(list)).json()) {
      if (!html || subjects.has(sample ?? subject) || (short && sample && !sample.endsWith('-de'))) continue;
      subjects.add(sample ?? subject);
      const name = `mail-${sample ?? subjects.size}`;
      await page.setContent(html);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        for (const width of [390, 600]) {
          await page.setViewportSize({ width, height: 800 });
          await fits(page, name, width);
          await picture(page, `${name}-${width}-${colorScheme}`);
        }
        for (const violation of await judge(html, `${base}/mail`, colorScheme, ['region', 'landmark-one-main', 'page-has-heading-one'])) {
          problem(`axe-core, ${name} (${subject}), ${colorScheme}: ${violation}`);
        }
      }
    }
    return subjects.size;
  }

  // What a page and all that it loads weigh before compression; the description of the endpoints is none of it.
  async function weighs(page, name) {
    const bytes = await page.evaluate(() => ['navigation', 'resource']
      .flatMap((type) => performance.getEntriesByType(type))
      .filter((entry) => entry.initiatorType !== 'fetch')
      .reduce((sum, entry) => sum + entry.decodedBodySize, 0));
    const most = (page.url().includes('/admin') ? 90 : 40) * 1024;
    if (bytes > most) problem(`${name} weighs ${bytes} bytes`);
  }

  async function fits(page, name, width) {
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) problem(`${name} is ${over} pixels too wide at ${width}`);
  }

  // In a context of its own without the policy, since the policy rightly refuses the checker's script.
  let judging;
  async function judge(content, url, colorScheme, without = []) {
    judging ??= await (await browser.newContext({ bypassCSP: true })).newPage();
    await judging.setViewportSize({ width: WIDTHS[0], height: 800 });
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

  /** Ends the browser once the slow forms are through. */
  async function end() {
    const forms = await slow.end();
    await browser.close();
    return { pages: shown.size, pictures, forms, untranslated, problems };
  }

  return { base, short, problem, check, refused, visitor, look, glance, mails, end };
}
