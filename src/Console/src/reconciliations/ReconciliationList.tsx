import { UploadOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Space, Tag, Upload } from "antd";
import { useState } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import { payments, type Reconciliation } from "../api/payments";
import { DayInput } from "../shared/DayInput";
import { FilterTable } from "../shared/FilterTable";
import { instant } from "../shared/figures";
import { Money } from "../shared/Money";
import { Page } from "../shared/Page";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** Each day's bank statement beside the books, with zero tolerance. */
export function ReconciliationList() {
  const { t } = useText();
  const maker = useHasRole("finance-maker");
  return (
    <Page
      title={t("银行对账", "Reconciliations")}
      lead={t(
        "逐日导入银行流水，与支付、退汇、缴款逐笔核对，一分不差；差异逐笔列名，由另一人说明。",
        "Each day's statement is compared with payments, returns and receipts to the fen; each difference stands by name until somebody else explains it.",
      )}
    >
      {maker && <SendStatement />}
      <FilterTable<Reconciliation>
        of="reconciliations"
        fetchPage={payments.reconciliations}
        rowKey="id"
        emptyText={t("还没有对账", "No day is reconciled yet")}
        filters={[
          { name: "from", label: t("自", "From"), day: true },
          { name: "to", label: t("至", "To"), day: true },
          {
            name: "open",
            label: t("差异", "Differences"),
            options: [
              { value: "true", label: t("有待说明", "Unexplained") },
              { value: "false", label: t("无", "None") },
            ],
          },
        ]}
        columns={[
          { title: t("日期", "Day"), render: (_, row) => <Link to={`/reconciliations/${row.id}`}>{row.day}</Link> },
          { title: t("流水笔数", "Movements"), className: "amount", dataIndex: "entries" },
          { title: t("支出（元）", "Out (yuan)"), className: "amount", render: (_, row) => <Money fen={row.outFen} /> },
          { title: t("收入（元）", "In (yuan)"), className: "amount", render: (_, row) => <Money fen={row.inFen} /> },
          {
            title: t("待说明差异", "Unexplained"),
            render: (_, row) =>
              row.openDifferences > 0 ? (
                <Tag color="error">{row.openDifferences}</Tag>
              ) : (
                <Tag color="success">{t("相符", "Agrees")}</Tag>
              ),
          },
          { title: t("文件", "File"), dataIndex: "fileName" },
          { title: t("导入", "Imported by"), render: (_, row) => `${row.imported.name} · ${instant(row.imported.at)}` },
        ]}
      />
    </Page>
  );
}

function SendStatement() {
  const { t } = useText();
  const { today } = useBusinessDate();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const [picked, setPicked] = useState<string | null>();
  const day = picked ?? address.get("day") ?? today;
  const due = useQuery({ queryKey: ["reconciliations", "due"], queryFn: payments.daysDue });
  const send = useMutation({
    mutationFn: (file: File) => payments.sendStatement(day, file),
    onSuccess: ({ reconciliation }) => navigate(`/reconciliations/${reconciliation.id}`),
  });
  return (
    <section className="panel">
      <h2>{t("导入银行流水", "Bring a day's statement")}</h2>
      <p className="secondary">
        {t(
          "列：日期、收支（支出或收入）、金额（元）、流水号、对方户名；可另有对方账号、摘要。",
          "Columns: Day, Direction (out or in), Amount (yuan), Reference, Counterparty; also Counterparty's account, Remark.",
        )}
      </p>
      <Space wrap>
        <DayInput value={day} onChange={setPicked} />
        <Upload
          accept=".csv,.xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            send.mutate(file);
            return false;
          }}
        >
          <Button type="primary" icon={<UploadOutlined />} loading={send.isPending}>
            {t("选择流水文件", "Choose the statement")}
          </Button>
        </Upload>
        {(due.data?.days ?? []).map((one) => (
          <Button key={one} size="small" onClick={() => setPicked(one)}>
            {t(`待对账 ${one}`, `Due ${one}`)}
          </Button>
        ))}
      </Space>
      <RefusalAlert error={send.error} />
    </section>
  );
}
