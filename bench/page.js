// Measures one engine in one page. `run.mjs` opens it and calls `bench`; the address says which engine and which corpus.

const address = new URLSearchParams(location.search);
const bytes = async () => new Uint8Array(await (await fetch(address.get('corpus'))).arrayBuffer());
const timed = async (work) => {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
};

let module;
let engine;
let plain;

/** Fetches, builds, and answers the first query; times in milliseconds, `page` since the page was asked for. */
async function load(query) {
  module = await import(`./engines/${address.get('engine')}.js`);
  await module.prepare?.();
  const corpus = address.has('index') ? undefined : await bytes();
  const [list] = await timed(() => build(corpus, query));
  return { list, page: performance.now(), setting: module.setting };
}

async function build(corpus, query) {
  engine = await module.build(corpus, { index: address.get('index') });
  const { late } = await engine.search(query, { limit: 20, facets: !!module.facets });
  await late?.();
}

/** Builds again in the warm page, some times. */
async function again(query, times) {
  const corpus = await bytes();
  const lists = [];
  for (let time = 0; time < times; time++) {
    engine.free?.();
    engine = undefined;
    lists.push((await timed(() => build(corpus, query)))[0]);
  }
  return lists;
}

/** Makes what the engine is compared with. */
async function beside() {
  plain = (await import('./engines/includes.js')).build(await bytes());
}

/** Answers each query once, so that what is made on first use is made. */
async function warm(queries, options, budget) {
  const end = performance.now() + budget;
  for (const query of queries) {
    const { late } = await engine.search(query, options);
    await late?.();
    if (performance.now() > end) return;
  }
}

async function time(searcher, query, options) {
  const start = performance.now();
  let found = searcher.search(query, options);
  if (found.then) found = await found;
  if (found.late) await found.late();
  return [performance.now() - start, found.total];
}

/**
 * Times the queries in rounds until the time is up; each query is followed by plain `includes`, so that both meet the
 * same noise. Gives for each query that was reached the times of both, and how many were found.
 */
async function measure(queries, options, { rounds, budget }) {
  const measured = [];
  const end = performance.now() + budget;
  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < queries.length; at++) {
      if (performance.now() > end) return measured;
      const row = (measured[at] ??= { own: [], plain: [], total: null });
      const [own, total] = await time(engine, queries[at], options);
      row.own.push(own);
      row.total = total ?? null;
      row.plain.push((await time(plain, queries[at], options))[0]);
    }
  }
  return measured;
}

/** All that each query finds, by number, until the time is up. */
async function sets(queries, limit, budget) {
  const found = [];
  const end = performance.now() + budget;
  for (const query of queries) {
    if (performance.now() > end) return found;
    const { ids } = await engine.search(query, { limit });
    found.push(ids);
  }
  return found;
}

globalThis.bench = { load, again, beside, warm, measure, sets, memory: () => engine.wasmBytes?.() ?? 0 };
