const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The 18 characters in upper case when the text is a valid unified social credit code (GB 32100-2015, ZS-10), else null. */
export function parseSocialCreditCode(text: string): string | null {
  const code = text.normalize("NFKC").trim().toUpperCase();
  if (code.length !== 18 || [...code].some((character) => !alphabet.includes(character))) {
    return null;
  }
  const sum = weights.reduce((total, weight, index) => total + alphabet.indexOf(code.charAt(index)) * weight, 0);
  return alphabet[(31 - (sum % 31)) % 31] === code[17] ? code : null;
}
