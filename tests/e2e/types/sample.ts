// What a page's author writes, held against the package's types by `tsc --noEmit --strict`; nothing of it is run.
import init, { Archive, initSync, type Results, type SearchOptions } from '../../../pkg/jianbao.js';
import '../../../pkg/element.js';

export async function inAPage(): Promise<string[]> {
  const element = document.querySelector('jian-bao');
  if (!element) return [];
  element.filters = ['section:台商区', 'date:2025-03'];
  element.query = null;
  element.compact = true;
  element.addEventListener('jianbao-results', (event) => console.log(event.detail.hits[0]?.headline.marks));
  element.addEventListener('jianbao-open', (event) => {
    if (event.detail.uri.startsWith('urn:')) event.preventDefault();
  });
  document.addEventListener('click', () => element.open('urn:1').then((opened: boolean) => opened));
  await element.ready;
  await element.load(new File([], 'corpus.json'));
  const { histogram, facets }: Results = await element.search('海绵', { limit: 5, facets: ['section'], sort: 'newest' });
  // @ts-expect-error an order that there is not
  await element.search('', { sort: 'best' });
  // @ts-expect-error there may be no histogram
  histogram.bins;
  return (facets.section ?? []).map(({ value, count }) => `${value} ${count + (histogram?.undated ?? 0)}`);
}

export async function withoutAPage(bytes: Uint8Array, program: BufferSource): Promise<number> {
  await init();
  initSync({ module: program });
  const archive = Archive.fromBytes(bytes);
  const options: SearchOptions = { filters: '-subject:消防', from: '2025', approximate: false, lang: 'en' };
  const { total, hits } = archive.search('', options);
  const marked: string[] = hits.flatMap(({ snippet }) => snippet.marks.map(([start, end]) => snippet.text.slice(start, end)));
  // @ts-expect-error an option that there is not
  archive.search('', { limt: 1 });
  archive.free();
  return total + marked.length + archive.length + archive.problems.length;
}
