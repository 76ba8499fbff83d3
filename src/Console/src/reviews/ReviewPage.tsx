import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { reporting } from "../api/reporting";
import type { ReviewDetail, ReviewStep } from "../api/types";
import { District } from "../places/District";
import { Loaded } from "../shared/Loaded";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { useProgrammes, useWords } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { Timeline } from "../shared/Timeline";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { GradeTag } from "./GradeTag";
import { CorrectReview, GradeReview, PublishReview } from "./ReviewActs";

export function ReviewPage() {
  const { id = "" } = useParams();
  const review = useQuery({ queryKey: ["review", id], queryFn: () => reporting.review(id) });
  return <Loaded query={review}>{(value) => <Details detail={value} />}</Loaded>;
}

function Details({ detail: { review, steps, ownGrade } }: { detail: ReviewDetail }) {
  const { t } = useText();
  const { name } = useProgrammes();
  const words = useWords(review.programme);
  const expert = useHasRole("expert");
  const city = useHasRole("city-reviewer");
  const entry = (step: ReviewStep) => ({
    at: step.at,
    what: step.what,
    by: step.byName,
    note: `${words.grade(step.grade)} · ${step.reason}`,
  });
  return (
    <Page
      title={`${review.institutionName} · ${review.fiscalYear}`}
      parent={{ to: "/reviews", name: t("绩效考核", "Performance reviews") }}
      status={<Status value={review.status} />}
      lead={name(review.programme)}
      actions={
        <>
          {expert && <GradeReview review={review} />}
          {city && review.status === "graded" && <PublishReview review={review} own={ownGrade} />}
          {city && review.status === "published" && <CorrectReview review={review} />}
        </>
      }
    >
      <div className="columns">
        <section className="panel">
          <Summary
            facts={[
              {
                label: t("机构", "Institution"),
                value: <Link to={`/institutions/${review.institutionId}`}>{review.institutionName}</Link>,
              },
              { label: t("县区", "District"), value: <District code={review.district} /> },
              { label: t("年度", "Fiscal year"), value: review.fiscalYear },
              { label: t("已拨付（元）", "Paid in advance (yuan)"), value: <Money fen={review.paidFen} strong /> },
              {
                label: t("专家提出等次", "Proposed grade"),
                value: <GradeTag programme={review.programme} grade={review.grade} />,
              },
              {
                label: t("已公布等次", "Published grade"),
                value: <GradeTag programme={review.programme} grade={review.publishedGrade} />,
              },
              { label: t("公布日期", "Published on"), value: review.publishedOn },
              { label: t("应补助（元）", "Entitled (yuan)"), value: <Money fen={review.entitledFen} /> },
              { label: t("应追缴（元）", "Clawback (yuan)"), value: <Money fen={review.clawbackFen} /> },
            ]}
          />
        </section>
        <aside className="panel">
          <h2>{t("考核过程", "Timeline")}</h2>
          <Timeline of="step" entries={steps.map(entry).reverse()} />
        </aside>
      </div>
    </Page>
  );
}
