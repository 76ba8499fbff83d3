import { Form, Radio } from "antd";
import { Link } from "react-router";
import { type Push, type PushSide, registers } from "../api/registers";
import { ActionButton } from "../shared/ActionButton";
import { Clause } from "../shared/Clause";
import { FilterTable } from "../shared/FilterTable";
import { instant } from "../shared/figures";
import { ReasonField } from "../shared/ReasonField";
import { useText } from "../shell/text";

/** What was made known to whom, and what each side says to it (HB-10, SD-14). */
export function PushList() {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("双向推送", "Pushes both ways")}</h2>
      <FilterTable<Push>
        of="pushes"
        fetchPage={registers.pushes}
        rowKey="id"
        emptyText={t("还没有推送", "Nothing pushed yet")}
        columns={[
          { title: t("推送时间", "Pushed"), render: (_, one) => instant(one.pushedAt) },
          { title: t("依据", "Clause"), render: (_, one) => <Clause id={one.clause} /> },
          { title: t("甲方", "One side"), render: (_, one) => <Side side={one.from} /> },
          { title: t("乙方", "The other"), render: (_, one) => <Side side={one.to} /> },
          { title: "", render: (_, one) => (one.from.yours || one.to.yours) && <AnswerPush push={one} /> },
        ]}
      />
    </section>
  );
}

function Side({ side }: { side: PushSide }) {
  const { t } = useText();
  const { answer } = side;
  return (
    <>
      <Link to={`/registers/entries/${side.entryId}`}>{side.title}</Link>
      <div className="secondary">
        {!answer && t("待答复", "No answer yet")}
        {answer && (answer.interested ? t("有意对接", "Interested") : t("暂无意向", "Not interested"))}
        {answer?.note && ` · ${answer.note}`}
      </div>
    </>
  );
}

function AnswerPush({ push }: { push: Push }) {
  const { t } = useText();
  return (
    <ActionButton<{ interested: boolean; note?: string }, Push>
      label={t("答复", "Answer")}
      title={`${push.from.title} · ${push.to.title}`}
      size="small"
      version={push.version}
      initial={{ interested: true }}
      fields={
        <>
          <Form.Item name="interested" label={t("是否有意对接", "Interested?")} rules={[{ required: true }]}>
            <Radio.Group
              options={[
                { value: true, label: t("有意对接", "Interested") },
                { value: false, label: t("暂无意向", "Not interested") },
              ]}
            />
          </Form.Item>
          <ReasonField name="note" label={t("说明", "Note")} optional />
        </>
      }
      act={({ interested, note }, act) => registers.answerPush(push.id, { interested, note: note || undefined }, act)}
      done={t("已答复", "Answered")}
    />
  );
}
