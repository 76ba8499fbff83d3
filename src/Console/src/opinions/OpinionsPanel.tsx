import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link } from "react-router";
import { standing } from "../api/standing";
import type { Institution, Opinion } from "../api/types";
import { Loaded } from "../shared/Loaded";
import { useStep } from "../shared/programmes";
import { StepClauses } from "../shared/StepClauses";
import { useText } from "../shell/text";
import { useOpinionColumns } from "./opinionColumns";
import { RegisterOpinion } from "./RegisterOpinion";

/** What a centre put its name to, numbered without gaps (ZS-32); nothing before its first entry. */
export function OpinionsPanel({ institution, mine }: { institution: Institution; mine: boolean }) {
  const { t } = useText();
  const columns = useOpinionColumns();
  const keeps = useStep(institution.programme, "opinion") !== undefined;
  const registers = mine && keeps && ["recognised", "under-rectification"].includes(institution.standing);
  const opinions = useQuery({
    queryKey: ["opinions", "of", institution.id],
    queryFn: () => standing.opinions({ institution: institution.id, limit: "20" }),
  });
  return (
    <Loaded query={opinions}>
      {({ items, next }) =>
        (items.length > 0 || registers) && (
          <section className="panel">
            <h2>
              {t("论证意见与评价报告", "Opinions and reports")} <StepClauses kind="opinion" programme={institution.programme} />
            </h2>
            <Table<Opinion>
              size="small"
              rowKey="id"
              pagination={false}
              scroll={{ x: "max-content" }}
              dataSource={items}
              columns={columns}
            />
            {next && <Link to={`/opinions?institution=${institution.id}`}>{t("全部", "All")}</Link>}
            {registers && <RegisterOpinion institution={institution} />}
          </section>
        )
      }
    </Loaded>
  );
}
