import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { standing } from "../api/standing";
import type { Sanction } from "../api/types";
import { BanTable } from "../bans/BanTable";
import { CalculationSheet } from "../shared/CalculationSheet";
import { Clause } from "../shared/Clause";
import { instant } from "../shared/figures";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { Status } from "../shared/Status";
import { Summary } from "../shared/Summary";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { measureName } from "./measures";
import { ConfirmSanction, DismissSanction } from "./SanctionActs";

export function SanctionPage() {
  const { id = "" } = useParams();
  const sanction = useQuery({ queryKey: ["sanction", id], queryFn: () => standing.sanction(id) });
  return <Loaded query={sanction}>{(value) => <Details sanction={value} />}</Loaded>;
}

function Details({ sanction }: { sanction: Sanction }) {
  const { t } = useText();
  const { name } = useProgrammes();
  const decides = useHasRole("city-reviewer") && sanction.status === "proposed";
  return (
    <Page
      title={`${sanction.institutionName} · ${t(sanction.groundZh, sanction.groundEn)}`}
      parent={{ to: "/sanctions", name: t("整改与处理", "Sanctions") }}
      status={<Status value={sanction.status} of="sanction" />}
      lead={name(sanction.programme)}
      actions={
        decides && (
          <>
            <DismissSanction sanction={sanction} />
            <ConfirmSanction sanction={sanction} />
          </>
        )
      }
    >
      <section className="panel">
        <Summary
          columns={2}
          facts={[
            {
              label: t("机构", "Institution"),
              value: <Link to={`/institutions/${sanction.institutionId}`}>{sanction.institutionName}</Link>,
            },
            {
              label: t("措施", "Measure"),
              value: (
                <>
                  {t(measureName(sanction.measure))} <Clause id={sanction.clause} />
                </>
              ),
            },
            { label: t("事实", "Facts"), value: sanction.facts },
            { label: t("发现日期", "Found on"), value: sanction.foundOn },
            sanction.authority !== null && { label: t("认定机关", "Found by"), value: sanction.authority },
            sanction.findingNumber !== null && { label: t("认定文书", "Its document"), value: sanction.findingNumber },
            { label: t("提出", "Proposed"), value: `${sanction.proposedByName} · ${instant(sanction.proposedAt)}` },
            sanction.changeId !== null && {
              label: t("重大变化", "Major change"),
              value: <Link to={`/changes/${sanction.changeId}`}>{t("查看", "Open")}</Link>,
            },
            sanction.documentNumber !== null && {
              label: t("决定", "Decision"),
              value: [sanction.documentNumber, sanction.decidedOn, sanction.closedByName].join(" · "),
            },
            sanction.effectiveFrom !== null && { label: t("生效", "Effective from"), value: sanction.effectiveFrom },
            sanction.lastDay !== null && { label: t("期限最后一日", "Last day of the term"), value: sanction.lastDay },
            sanction.reason !== null && {
              label: t("理由", "Reason"),
              value: [sanction.reason, sanction.closedByName].filter(Boolean).join(" · "),
            },
          ]}
        />
      </section>
      {sanction.bans.length > 0 && (
        <section className="panel">
          <h2>{t("禁止申报", "Bans")}</h2>
          <BanTable bans={sanction.bans} />
        </section>
      )}
      {sanction.sheet && (
        <section className="prints">
          <h2 className="prints-title">{t("期限计算", "How the term was counted")}</h2>
          <CalculationSheet sheet={sanction.sheet} subject={sanction.institutionName} />
        </section>
      )}
    </Page>
  );
}
