import { useQuery } from "@tanstack/react-query";
import { Form, Radio, Table, Tag } from "antd";
import { type PlanDecision, type PlanRecording, routes } from "../api/routes";
import type { Pack } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Clause } from "../shared/Clause";
import { DayInput } from "../shared/DayInput";
import { DocumentFields } from "../shared/DocumentFields";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** What the bureau has decided on a plan with an end, or on a draft (P-6); recorded by one person, confirmed by another. */
export function PlanDecisions({ pack }: { pack: Pack }) {
  const { t } = useText();
  const decides = useHasRole("city-reviewer", "leader");
  const decisions = useQuery({
    queryKey: ["plan-decisions", pack.programme],
    queryFn: () => routes.planDecisions(pack.programme),
  });
  if (!pack.until && pack.status !== "draft") {
    return null;
  }
  return (
    <section className="panel">
      <h2>
        {t("施行与延期", "Adoption and extension")} <Clause id="P-6" />
      </h2>
      <p className="secondary">
        {pack.status === "draft"
          ? t("征求意见稿：经决定施行后方受理新事项。", "A consultation draft: it takes nothing until it is adopted.")
          : t(
              `计划至 ${pack.until} 止；未经延期不再受理新事项，已受理的继续办理。`,
              `The plan ends on ${pack.until}; unless extended it takes nothing new, what runs, runs on.`,
            )}
      </p>
      {decides && <Record pack={pack} />}
      <Loaded query={decisions}>
        {({ items }) => (
          <Table<PlanDecision>
            size="small"
            rowKey="id"
            pagination={false}
            scroll={{ x: "max-content" }}
            dataSource={items}
            locale={{ emptyText: <Empty text={t("没有决定", "No decisions")} /> }}
            columns={[
              {
                title: t("决定", "Decision"),
                render: (_, row) =>
                  row.kind === "adopt" ? t("决定施行", "Adopted") : t(`延至 ${row.until}`, `Extended until ${row.until}`),
              },
              { title: t("文号", "Document"), dataIndex: "documentNumber" },
              { title: t("决定日期", "Decided on"), dataIndex: "decidedOn" },
              {
                title: t("状态", "State"),
                render: (_, row) =>
                  row.status === "confirmed" ? (
                    <Tag color="success">{t(`已确认 · ${row.confirmedByName}`, `Confirmed · ${row.confirmedByName}`)}</Tag>
                  ) : (
                    <Tag color="warning">{t(`待确认 · ${row.proposedByName} 登记`, `Recorded by ${row.proposedByName}`)}</Tag>
                  ),
              },
              { title: "", render: (_, row) => decides && row.status === "proposed" && <Acts decision={row} /> },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}

function Acts({ decision }: { decision: PlanDecision }) {
  const { t } = useText();
  return (
    <>
      <ActionButton<object, PlanDecision>
        label={t("确认", "Confirm")}
        size="small"
        version={decision.version}
        consequence={t("确认后即生效；登记人不能确认。", "It has effect at once; its recorder cannot confirm it.")}
        act={(_, act) => routes.confirmPlan(decision.id, act)}
        done={t("已确认", "Confirmed")}
      />
      <ActionButton<object, PlanDecision>
        label={t("撤销登记", "Strike")}
        size="small"
        danger
        version={decision.version}
        consequence={t("登记有误时撤销。", "For a record that is wrong.")}
        act={(_, act) => routes.strikePlan(decision.id, act)}
        done={t("已撤销", "Struck")}
      />
    </>
  );
}

function Record({ pack }: { pack: Pack }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const draft = pack.status === "draft";
  return (
    <ActionButton<PlanRecording, PlanDecision>
      label={t("登记决定", "Record a decision")}
      initial={{ kind: draft ? "adopt" : "extend", decidedOn: today }}
      fields={
        <>
          <Form.Item name="kind" label={t("决定", "Decision")} rules={[{ required: true }]}>
            <Radio.Group
              options={
                draft ? [{ value: "adopt", label: t("施行", "Adopt") }] : [{ value: "extend", label: t("延期", "Extend") }]
              }
            />
          </Form.Item>
          {!draft && (
            <Form.Item name="until" label={t("延至", "Until")} rules={[{ required: true }]}>
              <DayInput />
            </Form.Item>
          )}
          <DocumentFields label={t("文号", "Document number")} day={{ name: "decidedOn", label: t("决定日期", "Decided on") }} />
        </>
      }
      act={(values, act) => routes.recordPlan({ ...values, programme: pack.programme }, act)}
      done={t("已登记，待另一人确认", "Recorded; another person confirms it")}
    />
  );
}
