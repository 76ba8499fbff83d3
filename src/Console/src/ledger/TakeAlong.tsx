import { DownloadOutlined, FileZipOutlined } from "@ant-design/icons";
import { Button, DatePicker, Space } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { Link } from "react-router";
import { books } from "../api/books";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";

/** What is read out of the books and what leaves the platform: balances, statements, the year's end, vouchers, the case file. */
export function TakeAlong() {
  const { t } = useText();
  const { today } = useBusinessDate();
  const audits = useHasRole("auditor", "leader");
  const [chosen, setChosen] = useState<string>();
  const month = chosen ?? today.slice(0, 7);
  return (
    <section className="panel no-print">
      <Space wrap>
        <Link to="/ledger/balances">{t("科目余额", "Balances as of a day")}</Link>
        <Link to="/ledger/statement">{t("对账单", "Statements")}</Link>
        <Link to="/ledger/year-end">{t("年终决算", "Year-end settlement")}</Link>
        <DatePicker
          picker="month"
          allowClear={false}
          aria-label={t("凭证月份", "Month of vouchers")}
          value={dayjs(`${month}-01`)}
          onChange={(picked) => picked && setChosen(picked.format("YYYY-MM"))}
        />
        <Button icon={<DownloadOutlined />} href={books.vouchersAddress({ month, format: "xlsx" })} download>
          {t("记账凭证 Excel", "Vouchers xlsx")}
        </Button>
        <Button icon={<DownloadOutlined />} href={books.vouchersAddress({ month, format: "csv" })} download>
          {t("记账凭证 CSV", "Vouchers csv")}
        </Button>
        {audits && (
          <Button icon={<FileZipOutlined />} href={books.caseFileAddress({})} download>
            {t("审计卷宗", "Case file")}
          </Button>
        )}
      </Space>
    </section>
  );
}
