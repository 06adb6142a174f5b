// Pages and e-mails in the other languages, whose words are longer.

const OTHERS = ['es', 'pt', 'de', 'fr'];
const SIGNED_OUT = ['/sign-in', '/register', '/code', '/forgotten'];
const SIGNED_IN = ['/account', '/account/profile', '/account/password', '/account/data', '/account/delete', '/admin', '/admin/users', '/admin/events'];

/** Visits some pages in each language, by the links at their foot: what was typed is there in the next language. */
export async function languages({ glance, visitor, root, short }) {
  const guest = await visitor();
  const signedIn = await root();
  const all = [...(short ? ['de'] : OTHERS), 'en'];
  for (const [i, language] of all.slice(0, -1).entries()) {
    for (const path of SIGNED_OUT) await glance(guest, path, language, all[i + 1]);
    for (const path of SIGNED_IN) await glance(signedIn, path, language, all[i + 1]);
  }
}

/**
 * The page in each other language, as the server gives it for the same cookies; nothing in the visitor's browser changes. A page that
 * is not the same when it is asked for again, as one that is shown once, has none.
 */
export async function translations(page) {
  const cookies = (await page.context().cookies(page.url())).filter(({ name }) => name !== 'lang');
  const forms = actions(await page.content());
  const found = [];
  for (const language of OTHERS) {
    const cookie = [...cookies.map(({ name, value }) => `${name}=${value}`), `lang=${language}`].join('; ');
    const answer = await fetch(page.url(), { headers: { cookie, accept: 'text/html' }, redirect: 'manual' });
    const html = await answer.text();
    if (!html.includes(`<html lang="${language}"`) || actions(html) !== forms) return [];
    found.push({ language, html });
  }
  return found;
}

function actions(html) {
  return [...html.matchAll(/<form[^>]*? action="([^"?]*)/g)].map(([, action]) => action).join(' ');
}
