// The texts of the page's language: the same file the server writes pages from. Used by every module that speaks.
// A missing key is shown as itself, and a test on the server side fails for it.
const book = await read();

// On a thin road the first try may be lost; without its texts no module of the page would begin.
async function read() {
  for (;;) {
    try {
      const response = await fetch(document.body.dataset.texts);
      if (response.ok) {
        return await response.json();
      }
    } catch {
      // The next second asks again.
    }
    await new Promise(resume => setTimeout(resume, 1000));
  }
}

/** The text of a key with {0}, {1} … filled in. */
export function t(key, ...values) {
  const text = book[key] ?? key;
  return values.length === 0 ? text : text.replace(/\{(\d)\}/g, (_, i) => values[Number(i)]);
}

/** The word of a closed set's value; a code nobody knows is shown as it is. */
export function word(set, value) {
  return book[`${set}.${value}`] ?? value;
}
