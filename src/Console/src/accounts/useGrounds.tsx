import type { Account } from "../api/types";
import { DaysLeft } from "../deadlines/DaysLeft";
import { GradeTag } from "../reviews/GradeTag";
import { Money } from "../shared/Money";
import { RuleClause } from "../shared/RuleClause";
import type { Fact } from "../shared/Summary";
import { useText } from "../shell/text";
import { YearsUsed } from "./YearsUsed";

/** What is looked at wherever money of a body is decided: years (ZS-04), deadline (ZS-08), evaluation (ZS-18), the county's share (ZS-29). */
export function useGrounds() {
  const { t } = useText();
  return (account: Account): Fact[] => [
    {
      label: t("已补助年度", "Years used"),
      value: (
        <>
          <YearsUsed account={account} /> <RuleClause programme={account.programme} parameter="max-years" />
        </>
      ),
    },
    {
      label: t("认定期限", "Recognition deadline"),
      value: (
        <>
          {account.deadline ?? "—"} <DaysLeft clock={{ daysLeft: account.daysLeft, stage: account.deadlineStage }} />{" "}
          <RuleClause programme={account.programme} parameter="recognition-period" />
        </>
      ),
    },
    {
      label: t("最近年度评价", "Latest evaluation"),
      value: account.evaluation && (
        <>
          {account.evaluation.year} <GradeTag programme={account.programme} grade={account.evaluation.grade} />
        </>
      ),
    },
    {
      label: t("市县共建", "Built with the county"),
      value: account.coBuilt ? (
        <>
          {t("是，县（区）出资 ", "Yes; the county puts in ")}
          <Money fen={account.countyShareFen} />
        </>
      ) : (
        t("否", "No")
      ),
    },
  ];
}
