import { Form, Select, Table } from "antd";
import { type Clawback, type ClawbackDetail, clawbacks, type Decision, type Objection, type Ruling } from "../api/clawbacks";
import { ActionButton } from "../shared/ActionButton";
import { DocumentFields } from "../shared/DocumentFields";
import { Empty } from "../shared/Empty";
import { instant } from "../shared/figures";
import { Money } from "../shared/Money";
import { MoneyInput } from "../shared/MoneyInput";
import { ReasonField } from "../shared/ReasonField";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** The body's objections and their answers. */
export function ObjectionPanel({ clawback, objections }: { clawback: Clawback; objections: Objection[] }) {
  const { t } = useText();
  const operator = useHasRole("operator");
  const maker = useHasRole("finance-maker");
  const state = (row: Objection) =>
    row.status === "open"
      ? t("待处理", "To be decided")
      : row.status === "withdrawn"
        ? t("已撤回", "Withdrawn")
        : row.outcome === "upheld"
          ? row.toCorrect === "review"
            ? t("异议成立，待更正考核结果", "Upheld; the review is to be corrected")
            : row.toCorrect === "spending"
              ? t("异议成立，待核实支出或更正认定日期", "Upheld; spending or the day of the recognition is to be corrected")
              : t("异议成立", "Upheld")
          : t("异议不成立", "Rejected");
  return (
    <section className="panel">
      <h2>{t("异议", "Objections")}</h2>
      <Table<Objection>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={objections}
        locale={{ emptyText: <Empty text={t("没有异议", "No objections")} /> }}
        columns={[
          { title: t("理由", "Grounds"), dataIndex: "grounds" },
          { title: t("提出", "Filed"), render: (_, row) => `${row.filed.name} · ${instant(row.filed.at)}` },
          { title: t("处理", "Answer"), render: (_, row) => state(row) },
          {
            title: "",
            render: (_, row) =>
              row.status === "open" && (
                <>
                  {maker && <Rule clawback={clawback} objection={row} />}
                  {operator && <TakeBack objection={row} />}
                </>
              ),
          },
        ]}
      />
    </section>
  );
}

export function FileObjection({ clawback }: { clawback: Clawback }) {
  const { t } = useText();
  return (
    <ActionButton<{ grounds: string }, ClawbackDetail>
      label={t("提出异议", "Object")}
      fields={<ReasonField name="grounds" label={t("异议理由", "Grounds")} />}
      act={({ grounds }, act) => clawbacks.object(clawback.id, grounds, act)}
      done={t("已提出异议", "Filed")}
    />
  );
}

function TakeBack({ objection }: { objection: Objection }) {
  const { t } = useText();
  return (
    <ActionButton<object, ClawbackDetail>
      label={t("撤回异议", "Take it back")}
      size="small"
      summary={() => [{ label: t("理由", "Grounds"), value: objection.grounds }]}
      act={(_, act) => clawbacks.takeBack(objection.id, act)}
      done={t("已撤回", "Taken back")}
    />
  );
}

function Rule({ clawback, objection }: { clawback: Clawback; objection: Objection }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const byDecision = clawback.cause === "fraud" || clawback.cause === "revocation";
  return (
    <ActionButton<Ruling, Decision>
      label={t("提出处理意见", "Propose an answer")}
      size="small"
      initial={{ decidedOn: today, outcome: "rejected", amountFen: 0 }}
      fields={
        <>
          <Form.Item name="outcome" label={t("处理结果", "Outcome")} rules={[{ required: true }]}>
            <Select
              options={[
                { value: "rejected", label: t("异议不成立", "Rejected") },
                { value: "upheld", label: t("异议成立", "Upheld") },
              ]}
            />
          </Form.Item>
          <Form.Item
            name="amountFen"
            label={t("减少追缴", "Less is claimed by")}
            hidden={!byDecision}
            extra={t("异议不成立的填 0。", "0 where it is rejected.")}
          >
            <MoneyInput />
          </Form.Item>
          {!byDecision && (
            <p>
              {t(
                "追缴额由考核结果或支出凭证产生：异议成立的，请更正考核结果或核定凭证，追缴额随之变更。",
                "The claim follows from the review or the vouchers: where the objection is right these are corrected, and the claim follows.",
              )}
            </p>
          )}
          <DocumentFields
            label={t("决定文号", "Number of the decision")}
            day={{ name: "decidedOn", label: t("决定日期", "Decided on") }}
          />
          <ReasonField />
        </>
      }
      summary={(values) => [
        {
          label: t("处理结果", "Outcome"),
          value: values.outcome === "upheld" ? t("异议成立", "Upheld") : t("异议不成立", "Rejected"),
        },
        byDecision && { label: t("减少追缴（元）", "Less by (yuan)"), value: <Money fen={values.amountFen ?? 0} strong /> },
        { label: t("文号", "Document"), value: values.documentNumber },
      ]}
      act={(values, act) => clawbacks.rule(objection.id, { ...values, amountFen: values.amountFen ?? 0 }, act)}
      done={t("已提交，待批准", "Proposed")}
    />
  );
}
