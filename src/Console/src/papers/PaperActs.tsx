import { Form, Input, Select } from "antd";
import { standing } from "../api/standing";
import type { Institution, Paper, PaperFiling } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DayInput } from "../shared/DayInput";
import { usePack } from "../shared/programmes";
import { ReasonField } from "../shared/ReasonField";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";

/** Files a paper or a new version of it; the version before stays in the history. */
export function FilePaper({ institution, version }: { institution: Institution; version: number }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const kinds = usePack(institution.programme).data?.papers ?? [];
  return (
    <ActionButton<PaperFiling, Paper>
      label={t("登记档案", "File a paper")}
      version={version}
      disabled={kinds.length === 0}
      initial={{ validFrom: today }}
      fields={<Fields programme={institution.programme} />}
      act={(filing, act) => standing.filePaper(institution.id, { ...filing, expiresOn: filing.expiresOn || undefined }, act)}
      done={t("已登记，请上传附件", "Filed; attach its file")}
    />
  );
}

function Fields({ programme }: { programme: string }) {
  const { t } = useText();
  const kinds = usePack(programme).data?.papers ?? [];
  const chosen = Form.useWatch("kind");
  const kind = kinds.find((one) => one.name === chosen);
  return (
    <>
      <Form.Item name="kind" label={t("类别", "Kind")} rules={[{ required: true }]}>
        <Select options={kinds.map((one) => ({ value: one.name, label: `${t(one.label)}（${one.citation.clauseId}）` }))} />
      </Form.Item>
      <Form.Item
        name="title"
        label={kind?.person ? t("姓名", "Name") : t("名称", "Title")}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="validFrom" label={t("生效日期", "From")} rules={[{ required: true }]}>
        <DayInput />
      </Form.Item>
      {kind?.expires && (
        <Form.Item name="expiresOn" label={t("有效期最后一日", "Last day")} rules={[{ required: true }]}>
          <DayInput />
        </Form.Item>
      )}
      <Form.Item name="note" label={t("说明", "Note")}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
      </Form.Item>
    </>
  );
}

/** Gives a paper up before its end: the officer left, the certificate was handed back. */
export function EndPaper({ paper, version }: { paper: Paper; version: number }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  return (
    <ActionButton<{ endedOn: string; reason: string }, Paper>
      label={t("终止", "End")}
      title={paper.title}
      size="small"
      version={version}
      initial={{ endedOn: today }}
      fields={
        <>
          <Form.Item name="endedOn" label={t("最后一日", "Last day")} rules={[{ required: true }]}>
            <DayInput />
          </Form.Item>
          <ReasonField />
        </>
      }
      act={(end, act) => standing.endPaper(paper.id, end, act)}
      done={t("已终止", "Ended")}
    />
  );
}
