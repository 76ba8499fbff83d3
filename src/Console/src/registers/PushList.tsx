import { Form, Radio } from "antd";
import { Link } from "react-router";
import { type Push, registers } from "../api/registers";
import { ActionButton } from "../shared/ActionButton";
import { FilterTable } from "../shared/FilterTable";
import { ReasonField } from "../shared/ReasonField";
import { useText } from "../shell/text";

/** What was pushed to whom, and what came of it. */
export function PushList() {
  const { t } = useText();
  const answer = (push: Push) =>
    push.interested === null
      ? t("待答复", "No answer yet")
      : push.interested
        ? t("有意对接", "Interested")
        : t("暂无意向", "Not interested");
  return (
    <section className="panel">
      <h2>{t("双向推送", "Pushes both ways")}</h2>
      <FilterTable<Push>
        of="pushes"
        fetchPage={registers.pushes}
        rowKey="id"
        emptyText={t("还没有推送", "Nothing pushed yet")}
        columns={[
          { title: t("推送日期", "Pushed on"), dataIndex: "pushedOn" },
          {
            title: t("来自", "From"),
            render: (_, one) => <Link to={`/registers/entries/${one.fromEntryId}`}>{one.fromTitle}</Link>,
          },
          { title: t("推送至", "To"), render: (_, one) => <Link to={`/registers/entries/${one.toEntryId}`}>{one.toTitle}</Link> },
          {
            title: t("答复", "Answer"),
            render: (_, one) => (
              <>
                {answer(one)} <span className="secondary">{one.note}</span>
              </>
            ),
          },
          { title: "", render: (_, one) => one.mayAnswer && <AnswerPush push={one} /> },
        ]}
      />
    </section>
  );
}

function AnswerPush({ push }: { push: Push }) {
  const { t } = useText();
  return (
    <ActionButton<{ interested: boolean; note?: string }, Push>
      label={t("答复", "Answer")}
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
      act={(values, act) => registers.answerPush(push.id, values, act)}
      done={t("已答复", "Answered")}
    />
  );
}
