import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { reporting } from "../api/reporting";
import { GradeTag } from "../reviews/GradeTag";
import { Summary } from "../shared/Summary";
import { useText } from "../shell/text";
import { points } from "./points";

/** The published results of a body, where support for it is decided (ZS-18, HB-26); nothing where it has none. */
export function ResultsOf({ code }: { code: string }) {
  const { t } = useText();
  const results = useQuery({
    queryKey: ["evaluations-of", code],
    queryFn: () => reporting.evaluations({ code, published: "true", limit: "5" }),
  });
  const items = results.data?.items ?? [];
  if (items.length === 0) {
    return null;
  }
  return (
    <section className="panel">
      <h2>{t("绩效评价结果", "Results of evaluations")}</h2>
      <Summary
        facts={items.map((one) => ({
          label: `${one.year} · ${one.institutionName}`,
          value: (
            <Link to={`/evaluations/${one.id}`}>
              <GradeTag programme={one.programme} grade={one.publishedGrade} />
              {one.publishedScore !== null && ` · ${points(one.publishedScore)}`}
            </Link>
          ),
        }))}
      />
    </section>
  );
}
