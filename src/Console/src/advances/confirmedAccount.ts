import { payments } from "../api/payments";

/** The account that two persons have confirmed for a body; undefined before its first payment. */
export async function confirmedAccount(institution: string) {
  const [confirmed] = (await payments.payeeAccounts({ institution, status: "confirmed", limit: "1" })).items;
  return confirmed && payments.payeeAccount(confirmed.id);
}
