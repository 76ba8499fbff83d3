/** A whole number as a person types it ("1,000", full-width digits); null when the text is none, or beyond the largest allowed. */
export function parseWholeNumber(text: string, max: number): number | null {
  const plain = text.normalize("NFKC").replace(/\s/g, "");
  const number = /^(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})$/.test(plain) ? Number(plain.replaceAll(",", "")) : null;
  return number !== null && number <= max ? number : null;
}
