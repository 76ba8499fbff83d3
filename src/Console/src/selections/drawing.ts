/** SHA-256 in lower-case hexadecimal; null where the browser has none to offer, as on an address that is not secure. */
async function hash(text: string): Promise<string | null> {
  if (!crypto.subtle) {
    return null;
  }
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Draws again: the pool in the order of the hashes of `seed:id`, as the service did it. Null where nothing can be hashed here. */
export async function drawAgain(seed: string, pool: string[], count: number): Promise<string[] | null> {
  const hashed = await Promise.all(pool.map(async (id) => ({ id, hash: await hash(`${seed}:${id}`) })));
  if (hashed.some((one) => one.hash === null)) {
    return null;
  }
  return hashed
    .sort((a, b) => ((a.hash ?? "") < (b.hash ?? "") ? -1 : 1))
    .slice(0, count)
    .map((one) => one.id);
}
