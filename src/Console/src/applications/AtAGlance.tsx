import { Link } from "react-router";
import type { Application } from "../api/types";
import { District } from "../places/District";
import { points, Track } from "../selections/track";
import { Clause } from "../shared/Clause";
import { useWords } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** Who applies for what, and what has come of it. */
export function AtAGlance({ application }: { application: Application }) {
  const { t } = useText();
  const city = useHasRole("city-reviewer", "leader", "auditor");
  const { review } = application;
  const { pack, category } = useWords(application.programme);
  const route = pack?.routes.find((one) => one.name === application.route);
  const reviewed = review && (
    <>
      {city ? <Link to={`/selections/${review.selectionId}`}>{review.title}</Link> : review.title}{" "}
      <Status value={review.outcome} of="entry" /> {points(review.meanHundredths)} {review.reason}
    </>
  );
  return (
    <section className="panel">
      <h2>{t("概况", "At a glance")}</h2>
      <Summary
        facts={[
          { label: t("单位代码", "Code"), value: <code>{application.organisation}</code> },
          { label: t("县区", "District"), value: <District code={application.district} /> },
          !!application.category && { label: t("领域或类型", "Category"), value: category(application.category) },
          !!route && {
            label: t("办理路径", "Route"),
            value: (
              <>
                {t(route.label)} <Clause id={route.citation.clauseId} />
              </>
            ),
          },
          !!application.supplementUntil && { label: t("补正期至", "Supplement until"), value: application.supplementUntil },
          !!application.track && {
            label: t("认定方式", "Track"),
            value: <Track programme={application.programme} track={application.track} />,
          },
          { label: t("建立日期", "Started"), value: application.startedOn },
          { label: t("提交日期", "Submitted"), value: application.submittedOn },
          { label: t("提交次数", "Times submitted"), value: application.round },
          !!application.institutionId && {
            label: t("机构", "Institution"),
            value: <Link to={`/institutions/${application.institutionId}`}>{t("查看机构", "Open")}</Link>,
          },
          !!reviewed && { label: t("评审", "Review"), value: reviewed },
        ]}
      />
    </section>
  );
}
