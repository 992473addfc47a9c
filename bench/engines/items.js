// What the rivals are given: a corpus read into plain objects, and words cut for Chinese.

/**
 * The items of a corpus file: what is searched as words, and what is counted.
 *
 * @param {Uint8Array} bytes
 */
export function items(bytes) {
  const corpus = JSON.parse(new TextDecoder().decode(bytes));
  return corpus.items.map((item, id) => ({
    id,
    title: (item.headlines ?? []).map(({ value }) => value).join('\n'),
    text: (item.bodies ?? []).map(({ value }) => value).join('\n'),
    date: item.eventDate ?? item.datePublished ?? '',
    section: item.printSection ?? '',
    people: names(item.people),
    places: names(item.places),
    organisations: names(item.organisations),
    subjects: names(item.subjects),
  }));
}

const names = (list) => (list ?? []).map(({ name }) => name);

const RUNS = /(\p{Script=Han}+)|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** Each Han character and each pair of neighbours; other words as they are. */
export function grams(text) {
  const out = [];
  for (const [run, han] of text.matchAll(RUNS)) {
    if (!han) {
      out.push(run.toLowerCase());
      continue;
    }
    const characters = Array.from(run);
    for (let at = 0; at < characters.length; at++) {
      out.push(characters[at]);
      if (at + 1 < characters.length) out.push(characters[at] + characters[at + 1]);
    }
  }
  return out;
}

/** For a query: the pairs of each run of Han characters, or the one character that it is. */
export function queryGrams(text) {
  const out = [];
  for (const [run, han] of text.matchAll(RUNS)) {
    const characters = Array.from(run);
    if (!han || characters.length === 1) out.push(run.toLowerCase());
    else for (let at = 0; at + 1 < characters.length; at++) out.push(characters[at] + characters[at + 1]);
  }
  return out;
}
