// Drives the pages in a real browser. Run by browser-check, which starts the hosts and says where they are:
//   node pages.mjs <quickstart> <host with every page> <folder for screenshots> <bootstrap secret> [short] [only=<group>,...]
// The short form judges each page as the whole one does, takes no pictures, looks at one other language alone, and tries two forms
// over a slow network, not all. A problem is printed when it is found, and all of them again at the end.
import { account } from './account.mjs';
import { admin, staff } from './admin.mjs';
import { PASSWORD, at, checker } from './check.mjs';
import { entry } from './entry.mjs';
import { languages } from './languages.mjs';
import { errors, more } from './more.mjs';
import { passkeys } from './passkeys.mjs';
import { acts } from './people.mjs';

const [base, every, folder, bootstrap, ...options] = process.argv.slice(2);
const short = options.includes('short');
const only = options.find((option) => option.startsWith('only='))?.slice('only='.length).split(',');
const checkers = new Map();

/** What the groups are given, for one host. */
async function toolsFor(host) {
  if (!checkers.has(host)) {
    const checks = await checker({ base: host, folder, short });
    const tools = { ...checks, ...acts(checks), at, bootstrap, password: PASSWORD };
    checkers.set(host, { ...tools, root: staff(tools) });
  }
  return checkers.get(host);
}

async function mails({ mails: lookAtMails, check, visitor, open, send }) {
  const page = await visitor();
  await open(page, '/forgotten');
  await send(page, '/forgotten', { contact: 'root@example.com' });
  const kinds = await lookAtMails(`${base}/dev/messages`);
  check(kinds > 0, `${kinds} kinds of e-mail are looked at, as they were sent`);
}

// Each kind in each language, with sample values.
async function everyMail({ mails: lookAtMails, check }) {
  const mailed = await lookAtMails(`${every}/dev/mails`);
  check(mailed > 0, `${mailed} e-mails are looked at, of each kind in each language`);
}

// In this order; each stands alone but for the superuser, who is made once, and the mails, which are those that the others have sent.
const GROUPS = {
  entry: [base, entry],
  account: [base, account],
  passkeys: [base, passkeys],
  admin: [base, admin],
  more: [every, more],
  errors: [every, errors],
  languages: [base, languages],
  mails: [base, mails],
  samples: [every, everyMail],
};
const unknown = only?.filter((group) => !GROUPS[group]) ?? [];
if (unknown.length > 0) {
  console.error(`no group ${unknown.join(', ')}: ${Object.keys(GROUPS).join(', ')}`);
  process.exit(2);
}

for (const [name, [host, group]] of Object.entries(GROUPS)) {
  if (only && !only.includes(name)) continue;
  const begun = Date.now();
  const tools = await toolsFor(host);
  await group(tools).catch((error) => tools.problem(`${name} ended early: ${error.stack}`));
  console.log(`---- ${name}: ${Math.round((Date.now() - begun) / 1000)} s`);
}
const ends = [];
for (const { end } of checkers.values()) ends.push(await end());
const sum = (count) => ends.reduce((all, one) => all + count(one), 0);
const problems = ends.flatMap((one) => one.problems);
console.log(`${sum((one) => one.pages)} pages seen, ${sum((one) => one.forms)} forms over a slow network, ${problems.length} problems`
  + (short ? '' : `; ${sum((one) => one.pictures)} screenshots in ${folder}`));
const untranslated = ends.flatMap((one) => one.untranslated);
if (untranslated.length > 0) console.log(`in English alone, since it is shown once: ${untranslated.join(', ')}`);
problems.forEach((problem) => console.log(`PROBLEM ${problem}`));
process.exit(problems.length === 0 ? 0 : 1);
