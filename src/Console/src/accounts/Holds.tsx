import { Form, Input, Table, Tag } from "antd";
import type { ColumnsType } from "antd/es/table";
import { funding } from "../api/funding";
import type { Account, AccountDetail, Hold, HoldCause } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Empty } from "../shared/Empty";
import { instant } from "../shared/figures";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

export const causes: Record<HoldCause, [zh: string, en: string]> = {
  person: ["人工暂停", "By a person"],
  ban: ["受禁止", "Barred"],
  delisting: ["资格终止", "No longer listed"],
  "overdue-report": ["报告逾期", "Report overdue"],
  "open-clawback": ["有追缴款", "Claimed back"],
};

/** The columns of holds: of one body, or wherever they are listed. */
export function useHoldColumns() {
  const { t } = useText();
  const releases = useHasRole("finance-approver");
  const causeName = ({ cause, clause }: Hold) => {
    const name = t(...causes[cause]);
    return clause ? `${name} · ${clause}` : name;
  };
  return <T extends object>(of: (row: T) => Hold): ColumnsType<T> => [
    { title: t("情形", "Cause"), render: (_, row) => causeName(of(row)) },
    {
      title: t("暂停理由", "Reason"),
      className: "words",
      render: (_, row) => t(of(row).reason, of(row).reasonEn ?? of(row).reason),
    },
    { title: t("事由", "Ground"), render: (_, row) => <Ground hold={of(row)} /> },
    { title: t("暂停", "Placed"), render: (_, row) => `${of(row).placed.name} · ${instant(of(row).placed.at)}` },
    {
      title: t("解除", "Released"),
      render: (_, row) => {
        const { released } = of(row);
        return released ? `${released.name} · ${instant(released.at)}` : "—";
      },
    },
    { title: t("解除理由", "Why released"), className: "words", render: (_, row) => of(row).releaseReason ?? "—" },
    { title: "", fixed: "end", render: (_, row) => releases && !of(row).released && <ReleaseHold hold={of(row)} /> },
  ];
}

export function Holds({ holds }: { holds: Hold[] }) {
  const { t } = useText();
  const columns = useHoldColumns();
  return (
    <section className="panel">
      <h2>{t("暂停与解除", "Holds")}</h2>
      <Table<Hold>
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={holds}
        locale={{ emptyText: <Empty text={t("没有暂停记录", "No holds")} /> }}
        columns={columns((hold) => hold)}
      />
    </section>
  );
}

/** Whether the ground still stands; where it is gone, an approver releases the hold. */
function Ground({ hold: { groundGone, released } }: { hold: Hold }) {
  const { t } = useText();
  if (!groundGone) {
    return released ? "—" : t("存续", "Stands");
  }
  const by = groundGone.document ? ` · ${groundGone.document}` : "";
  return (
    <Tag color={released ? undefined : "warning"}>
      {released
        ? t(`${groundGone.on} 已消除${by}`, `Gone since ${groundGone.on}${by}`)
        : t(`${groundGone.on} 已消除${by}，可解除`, `Gone since ${groundGone.on}${by}; may be released`)}
    </Tag>
  );
}

export function PlaceHold({ account }: { account: Account }) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, AccountDetail>
      label={t("暂停拨付", "Hold payments")}
      danger
      fields={
        <Form.Item name="reason" label={t("理由", "Reason")} rules={[{ required: true }]}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
        </Form.Item>
      }
      act={({ reason }, act) => funding.hold(account.institutionId, reason, act)}
      done={t("已暂停拨付", "Payments are on hold")}
    />
  );
}

function ReleaseHold({ hold }: { hold: Hold }) {
  const { t } = useText();
  return (
    <ActionButton<{ reason: string }, AccountDetail>
      label={t("解除", "Release")}
      fields={
        <Form.Item name="reason" label={t("解除理由", "Why it is released")} rules={[{ required: true }]}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
        </Form.Item>
      }
      act={({ reason }, act) => funding.release(hold.id, reason, act)}
      done={t("已解除暂停", "Released")}
    />
  );
}
