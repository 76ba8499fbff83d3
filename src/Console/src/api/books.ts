import { http, type Page } from "./http";
import type { Funding } from "./types";

const root = "/api/funding";
type Query = Record<string, string | undefined>;

/** What went to an account and left it, in fen; the balance is debits less credits. */
export type AccountBalance = Funding["AccountBalance"];
export type BalancesOfYear = Funding["BalancesOfYear"];
export type BalancesOfBody = Funding["BalancesOfBody"];
export type AccountTurnover = Funding["AccountTurnover"];
export type Statement = Funding["Statement"];
export type StatementLine = Funding["StatementLine"];
export type YearEnd = {
  on: string;
  yearIsOver: boolean;
  documents: { documentNumber: string; documentDate: string; amountFen: number }[];
  figures: BalancesOfYear;
  bodies: number;
};

const address = (path: string, query: Query) => {
  const given = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  return `${root}${path}?${new URLSearchParams(given)}`;
};

/** What is read out of the ledger: as of a day, over a period, of a year, and taken along. */
export const books = {
  balances: (query: Query) => http.get<{ on: string; items: BalancesOfYear[] }>(`${root}/ledger/balances`, query),
  bodies: (query: Query) => http.get<Page<BalancesOfBody>>(`${root}/ledger/balances/bodies`, query),
  statement: (query: Query) => http.get<Statement>(`${root}/ledger/statement`, query),
  statementLines: (query: Query) => http.get<Page<StatementLine>>(`${root}/ledger/statement/lines`, query),
  yearEnd: (query: Query) => http.get<YearEnd>(`${root}/ledger/year-end`, query),
  statementAddress: (query: Query) => address("/ledger/statement/file", query),
  yearEndAddress: (query: Query) => address("/ledger/year-end/file", query),
  vouchersAddress: (query: Query) => address("/ledger/vouchers", query),
  caseFileAddress: (query: Query) => address("/case-file", query),
};
