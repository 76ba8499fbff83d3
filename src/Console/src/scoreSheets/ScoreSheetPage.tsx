import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useParams } from "react-router";
import { recognition } from "../api/recognition";
import { registry } from "../api/registry";
import type { ScoreSheet } from "../api/types";
import { ReadApplication } from "../applications/ReadApplication";
import { Examination } from "../examination/Examination";
import { recusalName } from "../selections/recusal";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useText } from "../shell/text";
import { EnterScore } from "./EnterScore";
import { Recuse } from "./Recuse";

/** One expert's sheet about one application, with what was filed under it. */
export function ScoreSheetPage() {
  const { id = "" } = useParams();
  const sheet = useQuery({ queryKey: ["score-sheet", id], queryFn: () => recognition.scoreSheet(id) });
  return <Loaded query={sheet}>{(value) => <Details sheet={value} />}</Loaded>;
}

function Details({ sheet }: { sheet: ScoreSheet }) {
  const { t } = useText();
  const open = sheet.selectionStatus === "open" && sheet.status !== "recused";
  return (
    <Page
      title={sheet.applicationTitle ?? sheet.organisation}
      parent={{ to: "/score-sheets", name: t("我的评分表", "My score sheets") }}
      status={<Status value={sheet.status} of="sheet" />}
      lead={sheet.selectionTitle}
      actions={
        open && (
          <>
            <Recuse sheet={sheet} />
            <EnterScore sheet={sheet} />
          </>
        )
      }
    >
      {sheet.firstSpread !== null && (
        <Alert
          type="info"
          showIcon
          title={t(
            `请您复评：初评专家评分相差 ${sheet.firstSpread} 分，超过 ${sheet.dispersionLimit} 分。请独立评分。`,
            `A further opinion: the first ones lie ${sheet.firstSpread} points apart, more than ${sheet.dispersionLimit}. Score on your own.`,
          )}
        />
      )}
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            { label: t("评分", "Score"), value: sheet.score },
            {
              label: t("符合认定条件", "Conditions met"),
              value: sheet.meetsConditions === null ? "—" : <Status value={sheet.meetsConditions ? "met" : "not-met"} />,
            },
            { label: t("理由", "Reasons"), value: sheet.justification },
            { label: t("评分时间", "Scored"), value: instant(sheet.scoredAt) },
            sheet.recusalGround !== null && {
              label: t("回避", "Recusal"),
              value: [t(recusalName(sheet.recusalGround)), sheet.recusalReason].filter(Boolean).join(" · "),
            },
          ]}
        />
      </section>
      {sheet.status !== "recused" && <Filed applicationId={sheet.applicationId} />}
    </Page>
  );
}

function Filed({ applicationId }: { applicationId: string }) {
  const application = useQuery({ queryKey: ["application", applicationId], queryFn: () => registry.application(applicationId) });
  return (
    <Loaded query={application}>
      {({ value }) => (
        <>
          {value.examination.length > 0 && <Examination application={value} />}
          <ReadApplication application={value} />
        </>
      )}
    </Loaded>
  );
}
