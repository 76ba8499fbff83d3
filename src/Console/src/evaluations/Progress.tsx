import { Alert, Table, Tag } from "antd";
import { type EvaluationRoundDetail, type SheetProgress, scoring } from "../api/evaluations";
import { recusalName } from "../selections/recusal";
import { ActionButton } from "../shared/ActionButton";
import { Empty } from "../shared/Empty";
import { ReasonField } from "../shared/ReasonField";
import { Status } from "../shared/Status";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { AppointExperts } from "./AppointExperts";
import { points } from "./points";

/** Who has scored and who has not, body by body; how, only after the conclusion. */
export function Progress({ detail }: { detail: EvaluationRoundDetail }) {
  const { t } = useText();
  const city = useHasRole("city-reviewer");
  const { evaluations, sheets, dispersed, short, scheme } = detail;
  const name = (id: string) => evaluations.find((one) => one.id === id)?.institutionName;
  const due = new Set(evaluations.filter((one) => one.status === "due").map((one) => one.id));
  return (
    <section>
      <h2>{t("评分进度", "Progress")}</h2>
      {dispersed.map((id) => (
        <Alert
          key={id}
          type="warning"
          showIcon
          title={t(
            `“${name(id)}”的专家得分相差超过 ${scheme.scoring?.dispersion} 分，须增加专家后方可汇总。`,
            `The totals of ${name(id)} lie more than ${scheme.scoring?.dispersion} points apart; a further expert must be heard.`,
          )}
          action={city && <AppointExperts detail={detail} evaluationId={id} />}
        />
      ))}
      {short.map((id) => (
        <Alert
          key={id}
          type="warning"
          showIcon
          title={t(
            `“${name(id)}”有专家回避，评分专家不足 ${scheme.scoring?.experts} 名，须补聘。`,
            `Experts are recused from ${name(id)}; fewer than the ${scheme.scoring?.experts} wanted are left, appoint another.`,
          )}
          action={city && <AppointExperts detail={detail} evaluationId={id} />}
        />
      ))}
      <Table<SheetProgress>
        size="small"
        rowKey="sheetId"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={sheets}
        locale={{ emptyText: <Empty text={t("还没有聘请专家", "No expert is appointed yet")} /> }}
        columns={[
          { title: t("单位", "Body"), render: (_, row) => name(row.evaluationId) },
          {
            title: t("专家", "Expert"),
            render: (_, row) => (
              <>
                {row.expertName} {row.isFurther && <Tag>{t("增加", "further")}</Tag>}
              </>
            ),
          },
          { title: t("工作单位", "Works for"), dataIndex: "organisationName" },
          { title: t("状态", "Status"), render: (_, row) => <Status value={row.status} of="sheet" /> },
          { title: t("加权得分", "Total"), className: "amount", render: (_, row) => points(row.total) },
          {
            title: t("回避", "Recusal"),
            render: (_, row) =>
              row.recusalGround
                ? [t(recusalName(row.recusalGround)), row.recusalReason].filter(Boolean).join(" · ")
                : city && due.has(row.evaluationId) && <OrderRecusal sheet={row} />,
          },
        ]}
      />
    </section>
  );
}

function OrderRecusal({ sheet }: { sheet: SheetProgress }) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, unknown>
      label={t("责令回避", "Order the recusal")}
      size="small"
      version={sheet.version}
      fields={<ReasonField />}
      act={({ reason }, act) => scoring.recuse(sheet.sheetId, reason, act)}
      done={t("已回避", "Recused")}
    />
  );
}
