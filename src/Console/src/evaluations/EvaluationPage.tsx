import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { Link, useParams } from "react-router";
import type { EvaluationObjection } from "../api/evaluations";
import { reporting } from "../api/reporting";
import type { EvaluationDetail, EvaluationStep } from "../api/types";
import { District } from "../places/District";
import { GradeTag } from "../reviews/GradeTag";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes, useWords } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { statusText } from "../shared/statuses";
import { Timeline } from "../shared/Timeline";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole, useSession } from "../shell/session";
import { useText } from "../shell/text";
import { CommissionAnother, GradeEvaluation, PublishEvaluation } from "./EvaluationActs";
import { evaluationKinds } from "./kinds";
import { CloseModeration, RecordModeration } from "./ModerationActs";
import { FileObjection } from "./ObjectionActs";
import { Objections, useObjections } from "./Objections";
import { points } from "./points";
import { schemesOf } from "./schemes";

export function EvaluationPage() {
  const { id = "" } = useParams();
  const evaluation = useQuery({ queryKey: ["evaluation", id], queryFn: () => reporting.evaluation(id) });
  return <Loaded query={evaluation}>{(value) => <Details {...value} />}</Loaded>;
}

function Details({ evaluation, steps, bars }: EvaluationDetail) {
  const { t } = useText();
  const { name } = useProgrammes();
  const words = useWords(evaluation.programme, evaluation.publishedOn);
  const { organisation } = useSession();
  const city = useHasRole("city-reviewer");
  const own = useHasRole("operator") && organisation === evaluation.institutionCode;
  const scored = evaluation.thirdPartyCode === null;
  const thirdParty = useHasRole("expert") && !scored && organisation === evaluation.thirdPartyCode;
  const scheme = schemesOf(words.pack).find((one) => one.name === evaluation.scheme);
  const objections = useObjections(evaluation);
  const barred = useBarred(bars, objections);
  const best = words.pack?.grades[0]?.key;
  const reads = useHasRole("operator", "district-reviewer", "city-reviewer", "leader", "auditor");
  const reported = scored && (evaluation.score ?? evaluation.publishedScore) !== null;
  const entry = (step: EvaluationStep) => ({
    at: step.at,
    what: step.what,
    by: step.byName ?? "",
    note: [step.grade && words.grade(step.grade), step.what === "closed" ? t(statusText(step.reason, "standing")) : step.reason]
      .filter(Boolean)
      .join(" · "),
  });
  return (
    <Page
      title={`${evaluation.institutionName} · ${evaluation.year}`}
      parent={
        evaluation.roundId && city
          ? {
              to: `/evaluation-rounds/${evaluation.roundId}`,
              name: scheme
                ? `${evaluation.year} · ${t(scheme.label)}`
                : t(`${evaluation.year} 年度绩效评价`, `Evaluation of ${evaluation.year}`),
            }
          : { to: "/evaluations", name: t("评价结果", "Evaluations") }
      }
      status={<Status value={evaluation.status} of="evaluation" />}
      lead={`${name(evaluation.programme)} · ${t(evaluationKinds[evaluation.kind])}`}
      actions={
        <>
          {thirdParty && !evaluation.recused && evaluation.status !== "closed" && <GradeEvaluation evaluation={evaluation} />}
          {reported && reads && <Link to={`/evaluations/${evaluation.id}/score-report`}>{t("评分报告", "Score report")}</Link>}
          {own && evaluation.publications > 0 && scheme?.objection && (
            <FileObjection evaluation={evaluation} barred={barred.object} />
          )}
          {city && !scored && evaluation.status === "due" && <CommissionAnother evaluation={evaluation} />}
          {city && evaluation.status === "graded" && evaluation.underModeration && (
            <CloseModeration evaluation={evaluation} own={bars.ownModeration} />
          )}
          {city && evaluation.status === "graded" && !evaluation.underModeration && (
            <>
              {bars.mayBeModerated && <RecordModeration evaluation={evaluation} />}
              <PublishEvaluation evaluation={evaluation} barred={barred.publish} />
            </>
          )}
        </>
      }
    >
      {evaluation.recused && (
        <Alert
          type="warning"
          showIcon
          title={t(
            "该第三方机构是被评价机构的参建方，须回避；请改由其他机构评价。",
            "The third party is itself a party of the centre and must not evaluate it; give it to another.",
          )}
        />
      )}
      {city && scheme?.promotes && evaluation.publishedGrade === best && (
        <Alert
          type="success"
          showIcon
          title={t("评价结果为最优等次，可列入经验推广。", "The best grade: it may be held up as an example.")}
          action={<Link to={`/registers/${evaluation.programme}/${scheme.promotes}`}>{t("前往登记册", "To the register")}</Link>}
        />
      )}
      <div className="columns">
        <section className="panel">
          <Summary
            facts={[
              {
                label: t("机构", "Institution"),
                value: evaluation.named ? (
                  evaluation.institutionName
                ) : (
                  <Link to={`/institutions/${evaluation.institutionId}`}>{evaluation.institutionName}</Link>
                ),
              },
              !evaluation.named && { label: t("县区", "District"), value: <District code={evaluation.district} /> },
              { label: t("评价主体", "Judged by"), value: evaluation.thirdPartyName ?? t("专家评分", "Experts") },
              !scored && { label: t("统一社会信用代码", "Social credit code"), value: <code>{evaluation.thirdPartyCode}</code> },
              { label: t("委托或组织文件文号", "Document"), value: evaluation.commissionNumber },
              scored && { label: t("得分", "Score"), value: points(evaluation.score) },
              {
                label: t("提出等次", "Proposed grade"),
                value: <GradeTag programme={evaluation.programme} grade={evaluation.grade} />,
              },
              {
                label: t("公布等次", "Published grade"),
                value: <GradeTag programme={evaluation.programme} grade={evaluation.publishedGrade} />,
              },
              scored && { label: t("公布得分", "Published score"), value: points(evaluation.publishedScore) },
              { label: t("公布文号", "Published by"), value: evaluation.publicationNumber },
              { label: t("公布日期", "Published on"), value: evaluation.publishedOn },
              evaluation.publications > 1 && {
                label: t("公布次数", "Times published"),
                value: t(`${evaluation.publications} 次（含更正）`, `${evaluation.publications}, corrections included`),
              },
            ]}
          />
        </section>
        <aside className="panel">
          <h2>{t("评价过程", "Timeline")}</h2>
          <Timeline of="evaluation-step" entries={steps.map(entry).reverse()} />
        </aside>
      </div>
      <Objections evaluation={evaluation} items={objections} mayNotDecide={barred.decide} />
    </Page>
  );
}

/** Why an act on an evaluation is not this person's, or not any more; told before the service would refuse it. */
function useBarred({ ownGrade, ownResult, objected, objectUntil }: EvaluationDetail["bars"], objections: EvaluationObjection[]) {
  const { t } = useText();
  const { today } = useBusinessDate();
  return {
    publish:
      (ownGrade &&
        t(
          "由您评定、汇总或登记评议，须由另一人公布",
          "You graded, concluded or recorded the moderation; another person publishes",
        )) ||
      (objections.some((one) => one.status === "open") && t("异议尚未处理", "An objection is not decided yet")),
    decide:
      ownResult &&
      t("由您评定、汇总、评议或公布，须由另一人处理", "You concluded, moderated or published it; another person decides"),
    object:
      (objectUntil !== null &&
        today > objectUntil &&
        t(`异议期限已于 ${objectUntil} 届满`, `Objections were in time until ${objectUntil}`)) ||
      (objected && t("已对本次公布的结果提出过异议", "This result has been objected to already")),
  };
}
