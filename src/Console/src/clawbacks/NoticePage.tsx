import { PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useParams } from "react-router";
import { clawbacks, type NoticeDetail } from "../api/clawbacks";
import { ActionButton } from "../shared/ActionButton";
import { CalculationSheet } from "../shared/CalculationSheet";
import { DayInput } from "../shared/DayInput";
import { Loaded } from "../shared/Loaded";
import { chineseCapitals, formatYuan } from "../shared/money";
import { Page } from "../shared/Page";
import { useProgrammes } from "../shared/programmes";
import { useBusinessDate } from "../shell/BusinessDate";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { causes } from "./causes";

/** A notice that takes money back (追缴通知书), to be printed with its calculation. */
export function NoticePage() {
  const { id = "" } = useParams();
  const notice = useQuery({ queryKey: ["clawback-notice", id], queryFn: () => clawbacks.notice(id) });
  return <Loaded query={notice}>{(value) => <Details {...value} />}</Loaded>;
}

function Details(detail: NoticeDetail) {
  const { t } = useText();
  const { name } = useProgrammes();
  const finance = useHasRole("finance-maker", "finance-approver");
  const { notice } = detail;
  const cause = t(causes[detail.cause]);
  return (
    <Page
      title={t("追缴通知书", "Clawback notice")}
      parent={{ to: `/clawbacks/${detail.clawbackId}`, name: `${detail.institutionName} · ${detail.fiscalYear}` }}
      actions={
        <>
          {finance && !notice.deliveredOn && <Deliver id={notice.id} />}
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t("打印", "Print")}
          </Button>
        </>
      }
    >
      <section className="prints">
        <article className="sheet printable" aria-label={t("追缴通知书", "Clawback notice")}>
          <header>
            <h2>{notice.number}</h2>
          </header>
          <p>
            {detail.implementingBodyName}（{detail.implementingBodyCode}）：
          </p>
          <p>
            {t(
              `你单位“${detail.institutionName}”${detail.fiscalYear} 年度“${name(detail.programme)}”补助资金，因${cause}，依据 ${detail.clauseId} 应追缴人民币 ${formatYuan(notice.claimedFen)} 元（${chineseCapitals(notice.claimedFen)}），截至本通知未缴 ${formatYuan(notice.outstandingFen)} 元（${chineseCapitals(notice.outstandingFen)}）。`,
              `Of the ${detail.fiscalYear} money of “${detail.institutionName}” under “${name(detail.programme)}”, ${formatYuan(notice.claimedFen)} yuan is claimed back (${cause}, ${detail.clauseId}), of which ${formatYuan(notice.outstandingFen)} is outstanding.`,
            )}
          </p>
          <p>
            {t(
              `请于 ${notice.dueOn} 前（含当日）缴清，缴款时注明本通知书编号“${notice.number}”。有异议的，应在该日前书面提出。`,
              `Pay it by ${notice.dueOn}, that day included, and name this notice, “${notice.number}”. An objection is filed in writing by the same day.`,
            )}
          </p>
          <p>
            {notice.issuedOn}
            {notice.deliveredOn && ` · ${t("送达", "Delivered")} ${notice.deliveredOn}（${notice.deliveredHow}）`}
          </p>
        </article>
        <CalculationSheet sheet={detail.sheet} subject={`${detail.institutionName} · ${detail.fiscalYear}`} />
      </section>
    </Page>
  );
}

function Deliver({ id }: { id: string }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  return (
    <ActionButton<{ deliveredOn: string; how: string }, NoticeDetail>
      label={t("登记送达", "Record its delivery")}
      initial={{ deliveredOn: today }}
      fields={
        <>
          <Form.Item name="deliveredOn" label={t("送达日期", "Delivered on")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
          <Form.Item name="how" label={t("送达方式", "How")} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={100} />
          </Form.Item>
        </>
      }
      act={(values, act) => clawbacks.deliver(id, values, act)}
      done={t("已登记送达", "Recorded")}
    />
  );
}
