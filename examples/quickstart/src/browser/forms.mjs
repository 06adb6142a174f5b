// What holds for every form: a second press, a slow network, the way back, another language.

/** The forms of the page that a second press, also three seconds later, sends again, or that the way back leaves unusable. */
export function presses(page) {
  return page.evaluate(() => {
    const wrong = [];
    const real = Date.now;
    for (const form of document.querySelectorAll('form[method=post]:not([data-passkey])')) {
      let sent = 0;
      const count = (event) => {
        if (event.target !== form) return;
        if (!event.defaultPrevented) sent++;
        event.preventDefault();
      };
      const press = () => form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
      document.addEventListener('submit', count);
      press();
      press();
      Date.now = () => real() + 3000; // the answer takes that long
      press();
      if (sent !== 1) wrong.push(`${form.getAttribute('action')} is sent ${sent} times`);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      press();
      if (sent !== 2) wrong.push(`${form.getAttribute('action')} is not sent after the way back`);
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      Date.now = real;
      document.removeEventListener('submit', count);
    }
    return wrong;
  });
}

/** The fields of the page whose text is not there any more in another language. */
export async function changesLanguage(page, language) {
  const fields = 'main form[method=post] :is(input[type=text], input[type=email], input[type=tel]):not([readonly], [data-digits])';
  const before = await page.locator(fields).evaluateAll((all) => all.map((field, at) => {
    field.value = `a${at}@b`;
    return [field.name, field.value];
  }));
  const link = page.locator(`.foot a[hreflang=${language}]`);
  if (before.length === 0 || (await link.count()) === 0) return [];
  await Promise.all([page.waitForNavigation(), link.click()]);
  const after = await page.locator(fields).evaluateAll((all) => all.map((field) => [field.name, field.value]));
  return before.filter(([name, value]) => !after.some(([other, text]) => other === name && text === value)).map(([name]) => name);
}

/** What the ring around the focused control lacks: 2 pixels, and a contrast of 3 to 1 to what surrounds it (WCAG 2.2, 2.4.11, 1.4.11). */
export async function focusRings(page) {
  const wrong = [];
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => {
      const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const rgb = (colour) => {
        pixel.clearRect(0, 0, 1, 1);
        pixel.fillStyle = colour;
        pixel.fillRect(0, 0, 1, 1);
        return Array.from(pixel.getImageData(0, 0, 1, 1).data);
      };
      const light = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
      const luminance = ([r, g, b]) => 0.2126 * light(r / 255) + 0.7152 * light(g / 255) + 0.0722 * light(b / 255);
      const at = document.activeElement;
      if (at === document.body) return null;
      const style = getComputedStyle(at);
      let around = at.parentElement;
      while (around && rgb(getComputedStyle(around).backgroundColor)[3] < 255) around = around.parentElement;
      const [a, b] = [style.outlineColor, around ? getComputedStyle(around).backgroundColor : '#fff'].map(rgb).map(luminance);
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      return { what: at.outerHTML.slice(0, 80), width: parseFloat(style.outlineWidth), style: style.outlineStyle, contrast };
    });
    if (ring && (ring.style === 'none' || ring.width < 2 || ring.contrast < 3)) {
      wrong.push(`${ring.what}: ${ring.style} ${ring.width} px, ${ring.contrast.toFixed(1)} to 1`);
    }
  }
  return wrong;
}
