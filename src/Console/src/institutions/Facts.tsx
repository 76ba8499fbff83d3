import { Link } from "react-router";
import type { Institution } from "../api/types";
import { District } from "../places/District";
import { GradeTag } from "../reviews/GradeTag";
import { Money } from "../shared/Money";
import { useWords } from "../shared/programmes";
import { RuleClause } from "../shared/RuleClause";
import { Summary } from "../shared/Summary";
import { useText } from "../shell/text";

/** What a body is today. */
export function Facts({ institution }: { institution: Institution }) {
  const { t } = useText();
  const { category } = useWords(institution.programme);
  const evaluation = institution.latestEvaluation;
  return (
    <section className="panel">
      <Summary
        columns={2}
        facts={[
          { label: t("重点领域", "Key field"), value: category(institution.category) },
          { label: t("县区", "District"), value: <District code={institution.district} /> },
          { label: t("状态起始", "Standing since"), value: institution.standingSince },
          { label: t("决定文号", "Decision"), value: institution.decisionNumber },
          { label: t("认定日期", "Recognised on"), value: institution.recognisedOn },
          institution.certificate && { label: t("证书编码", "Certificate"), value: <code>{institution.certificate.code}</code> },
          !!institution.rectificationUntil && {
            label: t("整改最后一日", "Rectification until"),
            value: (
              <>
                {institution.rectificationUntil} <RuleClause programme={institution.programme} parameter="rectification-period" />
              </>
            ),
          },
          evaluation && {
            label: t("最近绩效评价", "Latest evaluation"),
            value: (
              <>
                {evaluation.year} <GradeTag programme={institution.programme} grade={evaluation.grade} />{" "}
                {evaluation.documentNumber}
              </>
            ),
          },
          { label: t("市县共建", "Built with the county"), value: institution.coBuilt ? t("是", "Yes") : t("否", "No") },
          { label: t("县（区）投入（元）", "County's share (yuan)"), value: <Money fen={institution.countyShareFen} /> },
          {
            label: t("申报", "Its application"),
            value: institution.applicationId ? (
              <Link to={`/applications/${institution.applicationId}`}>{t("查看", "Open")}</Link>
            ) : (
              t("批量导入，无申报", "Imported, without one")
            ),
          },
        ]}
      />
    </section>
  );
}
