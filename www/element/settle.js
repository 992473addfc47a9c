// A promise that is settled from outside.

/** A promise with what settles it, and whether that has happened. */
export function withResolvers() {
  const made = { isSettled: false };
  made.promise = new Promise((resolve, reject) => {
    const settle = (how) => (value) => {
      made.isSettled = true;
      how(value);
    };
    Object.assign(made, { resolve: settle(resolve), reject: settle(reject) });
  });
  return made;
}
