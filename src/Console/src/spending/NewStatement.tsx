import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input, Select, Space, Table } from "antd";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { funding } from "../api/funding";
import type { SpendingReport, SpendingStatementDetail } from "../api/types";
import { useMyBodies } from "../institutions/useMyBodies";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { useFiscalYears } from "../shared/fiscalYears";
import { Money } from "../shared/Money";
import { MoneyInput } from "../shared/MoneyInput";
import { Page } from "../shared/Page";
import { SocialCreditCodeInput } from "../shared/packForm/SocialCreditCodeInput";
import { useUnsaved } from "../shared/useUnsaved";
import { useText } from "../shell/text";

type Row = Partial<SpendingReport["vouchers"][number]> & { key: number };

const complete = (row: Row) =>
  !!row.number?.trim() && !!row.sellerName?.trim() && !!row.amountFen && !!row.issuedOn && !!row.purpose?.trim();
const sum = (rows: Row[]) => rows.reduce((total, row) => total + (row.amountFen ?? 0), 0);

/** The implementing body states what it spent, voucher by voucher; files follow on the statement's page. */
export function NewStatement() {
  const { t } = useText();
  const years = useFiscalYears();
  const bodies = useMyBodies();
  const navigate = useNavigate();
  const [institutionId, setInstitution] = useState<string>();
  const [year, setYear] = useState(String(years.current));
  const [rows, setRows] = useState<Row[]>([{ key: 1 }]);
  const filed = useRef(false);
  useUnsaved(() => !filed.current && rows.some(({ key, ...row }) => Object.values(row).some(Boolean)));
  const body = institutionId ?? bodies[0]?.id;
  const change = (key: number, part: Partial<Row>) =>
    setRows((now) => now.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const add = () => setRows((now) => [...now, { key: Math.max(0, ...now.map((row) => row.key)) + 1 }]);
  const vouchers = rows.map(({ key, ...row }) => ({ ...row, sellerCode: row.sellerCode?.trim() || undefined }));

  return (
    <Page
      title={t("填报支出", "State spending")}
      parent={{ to: "/spending", name: t("支出报表", "Spending statements") }}
      lead={t(
        "逐张填写发票；报送后在报表页上传凭证附件。",
        "Enter the invoices one by one; attach their scans on the statement afterwards.",
      )}
    >
      <div className="filters">
        <label htmlFor="statement-body">
          <span>{t("机构", "Institution")}</span>
          <Select
            id="statement-body"
            popupMatchSelectWidth={false}
            value={body}
            options={bodies.map((one) => ({ value: one.id, label: one.name }))}
            onChange={setInstitution}
          />
        </label>
        <label htmlFor="statement-year">
          <span>{t("资金年度", "Money of the year")}</span>
          <Select id="statement-year" value={year} options={years.options} onChange={setYear} />
        </label>
      </div>
      <Table<Row>
        size="middle"
        rowKey="key"
        pagination={false}
        scroll={{ x: "max-content" }}
        dataSource={rows}
        columns={[
          {
            title: t("发票号码与用途", "Invoice and purpose"),
            render: (_, row) => (
              <Space orientation="vertical">
                <Input
                  aria-label={t(`第 ${row.key} 张发票号码`, `Number of invoice ${row.key}`)}
                  placeholder={t("发票号码", "Invoice number")}
                  value={row.number}
                  maxLength={100}
                  onChange={(event) => change(row.key, { number: event.target.value })}
                />
                <Input
                  aria-label={t(`第 ${row.key} 张用途`, `Purpose of invoice ${row.key}`)}
                  placeholder={t("用途", "Purpose")}
                  value={row.purpose}
                  onChange={(event) => change(row.key, { purpose: event.target.value })}
                />
              </Space>
            ),
          },
          {
            title: t("销售方（代码可不填）", "Seller (code optional)"),
            render: (_, row) => (
              <Space orientation="vertical">
                <Input
                  aria-label={t(`第 ${row.key} 张销售方`, `Seller of invoice ${row.key}`)}
                  placeholder={t("销售方名称", "Seller's name")}
                  value={row.sellerName}
                  onChange={(event) => change(row.key, { sellerName: event.target.value })}
                />
                <SocialCreditCodeInput
                  aria-label={t(`第 ${row.key} 张销售方代码（可不填）`, `Seller's code of invoice ${row.key} (optional)`)}
                  value={row.sellerCode ?? ""}
                  onChange={(sellerCode) => change(row.key, { sellerCode })}
                />
              </Space>
            ),
          },
          {
            title: t("金额与开票日期", "Amount and day of issue"),
            render: (_, row) => (
              <>
                <MoneyInput
                  id={`voucher-${row.key}-amount`}
                  value={row.amountFen ?? null}
                  onChange={(fen) => change(row.key, { amountFen: fen ?? undefined })}
                />
                <DayInput
                  id={`voucher-${row.key}-day`}
                  value={row.issuedOn}
                  onChange={(day) => change(row.key, { issuedOn: day ?? undefined })}
                />
              </>
            ),
          },
          {
            title: "",
            render: (_, row) =>
              rows.length > 1 && (
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t(`删除第 ${row.key} 张`, `Remove invoice ${row.key}`)}
                  onClick={() => setRows((now) => now.filter((other) => other.key !== row.key))}
                />
              ),
          },
        ]}
      />
      <p>
        <Button type="dashed" icon={<PlusOutlined />} onClick={add}>
          {t("添加凭证", "Add a voucher")}
        </Button>
      </p>
      <div className="sticky-actions">
        <span className="secondary">
          {t(`${rows.length} 张，合计 `, `${rows.length} in all, `)}
          <Money fen={sum(rows)} strong />
        </span>
        <ActionButton<object, SpendingStatementDetail>
          label={t("报送", "Hand in")}
          type="primary"
          disabled={!body || !rows.every(complete)}
          summary={() => [
            { label: t("机构", "Institution"), value: bodies.find((one) => one.id === body)?.name },
            { label: t("资金年度", "Money of the year"), value: year },
            { label: t("凭证", "Vouchers"), value: rows.length },
            { label: t("申报支出（元）", "Stated (yuan)"), value: <Money fen={sum(rows)} strong /> },
          ]}
          consequence={t(
            "报送后不能修改，由财务逐张核验；退回后可重新填报。",
            "It cannot be changed afterwards: finance verifies each voucher, or sends it back to be stated anew.",
          )}
          act={(_, act) =>
            funding.submitStatement(
              { institutionId: body ?? "", fiscalYear: Number(year), vouchers: vouchers as SpendingReport["vouchers"] },
              act,
            )
          }
          done={t("已报送", "Handed in")}
          onDone={(made) => {
            filed.current = true;
            navigate(`/spending/${made.statement.id}`);
          }}
        />
      </div>
    </Page>
  );
}
