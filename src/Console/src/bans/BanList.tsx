import { standing } from "../api/standing";
import type { Ban, BanLifting } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DocumentFields } from "../shared/DocumentFields";
import { FilterTable } from "../shared/FilterTable";
import { Page } from "../shared/Page";
import { ReasonField } from "../shared/ReasonField";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { useBanColumns } from "./banColumns";

/** Who is barred on a day, by social credit code (ZS-20, ZS-22). */
export function BanList() {
  const { t } = useText();
  const columns = useBanColumns();
  const city = useHasRole("city-reviewer");
  const { today } = useBusinessDate();
  return (
    <Page
      title={t("禁止申报", "Bans")}
      lead={t(
        "按统一社会信用代码和日期查询；期满次日可重新申报。",
        "By social credit code and day; the day after the last one is free.",
      )}
    >
      <FilterTable<Ban>
        of="bans"
        fetchPage={standing.bans}
        rowKey="id"
        emptyText={t("没有禁止申报的单位", "Nobody is barred")}
        filters={[
          { name: "code", label: t("统一社会信用代码", "Social credit code") },
          { name: "on", label: t("在这一天", "On the day"), day: true },
        ]}
        columns={[
          ...columns,
          {
            title: "",
            render: (_, ban) => city && !ban.liftedOn && ban.firstFreeDay > today && <LiftBan ban={ban} today={today} />,
          },
        ]}
      />
    </Page>
  );
}

function LiftBan({ ban, today }: { ban: Ban; today: string }) {
  const { t } = useText();
  return (
    <ActionButton<BanLifting, Ban>
      label={t("提前解除", "Lift")}
      size="small"
      initial={{ decidedOn: today }}
      fields={
        <>
          <DocumentFields
            label={t("决定文号", "Decision number")}
            day={{ name: "decidedOn", label: t("决定日期", "Decided on") }}
          />
          <ReasonField />
        </>
      }
      summary={(values) => [
        { label: t("单位", "Legal person"), value: `${ban.name} ${ban.code}` },
        { label: t("原期限", "Term"), value: `${ban.from} ~ ${ban.lastDay}` },
        { label: t("决定", "Decision"), value: `${values.documentNumber} · ${values.decidedOn}` },
        { label: t("理由", "Reason"), value: values.reason },
      ]}
      act={(values, act) => standing.liftBan(ban.id, values, act)}
      done={t("已提前解除", "Lifted")}
    />
  );
}
