// Its index is made beforehand, by its own program, and lies beside the corpus, which is never fetched.

export const setting = 'an index made by its extended build with `language: "zh"`; a result is shown with the texts of the first five, as its own interface does';

const SHOWN = 5;

export async function build(_bytes, { index }) {
  const engine = await import(`${index}pagefind.js`);
  await engine.options({ basePath: index });
  await engine.init();
  return {
    async search(query) {
      const { results } = await engine.search(query);
      return {
        total: results.length,
        ids: results.map(({ id }) => id),
        late: () => Promise.all(results.slice(0, SHOWN).map((result) => result.data())),
      };
    },
  };
}
