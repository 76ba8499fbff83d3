import { Checkbox, Form, Input } from "antd";
import { useNavigate } from "react-router";
import { recognition } from "../api/recognition";
import type { Announcement, NoticeLine, PublicNotice } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { DocumentFields } from "../shared/DocumentFields";
import { useWords } from "../shared/programmes";
import { useBusinessDate } from "../shell/BusinessDate";
import { useText } from "../shell/text";
import { useRecognisedName } from "./recognisedName";

type Line = { announced: boolean; field?: string };
type Values = { documentNumber: string; issuedOn: string; centres: Record<string, Line> };

/** The numbered document that recognises (ZS-17) or files (EO-08) what has passed its notice; a name is generated where the pack has a form of it. */
export function Announce({ notice }: { notice: PublicNotice }) {
  const { t } = useText();
  const { today } = useBusinessDate();
  const { category } = useWords(notice.programme);
  const navigate = useNavigate();
  const nameOf = useRecognisedName(notice.programme);
  const chosen = (values: Values) =>
    notice.applications
      .filter((line) => values.centres[line.applicationId]?.announced)
      .map((line) => ({
        applicationId: line.applicationId,
        field: nameOf ? (values.centres[line.applicationId]?.field?.trim() ?? "") : undefined,
      }));
  return (
    <ActionButton<Values, Announcement>
      label={t("发文公布", "Announce")}
      type="primary"
      initial={{
        issuedOn: today,
        centres: Object.fromEntries(
          notice.applications.map((line) => [line.applicationId, { announced: true, field: category(line.category) }]),
        ),
      }}
      fields={
        <>
          <DocumentFields
            label={t("公布文件文号", "Document number")}
            day={{ name: "issuedOn", label: t("发文日期", "Issued on") }}
          />
          {notice.applications.map((line) => (
            <Centre key={line.applicationId} line={line} nameOf={nameOf} />
          ))}
        </>
      }
      summary={(values) => [
        { label: t("文号", "Document"), value: values.documentNumber },
        { label: t("发文日期", "Issued on"), value: values.issuedOn },
        ...chosen(values).map(({ applicationId, field }) => {
          const title = notice.applications.find((line) => line.applicationId === applicationId)?.title ?? "";
          return { label: title, value: nameOf ? nameOf(field) : title };
        }),
      ]}
      consequence={
        nameOf
          ? t(
              "自发文之日起认定，名称按统一格式生成，不得重名。",
              "From the document's date they are recognised, each under the generated and unique name.",
            )
          : t("自发文之日起生效，名称为申报名称。", "It takes effect from the document's date, under the names applied for.")
      }
      act={(values, act) =>
        recognition.announce(
          { noticeId: notice.id, documentNumber: values.documentNumber, issuedOn: values.issuedOn, centres: chosen(values) },
          act,
        )
      }
      done={t("已发文公布", "Announced")}
      onDone={(announcement) => navigate(`/announcements/${announcement.id}`)}
    />
  );
}

function Centre({ line, nameOf }: { line: NoticeLine; nameOf: ((field: string | undefined) => string) | null }) {
  const { t } = useText();
  const path = ["centres", line.applicationId];
  const field: string | undefined = Form.useWatch([...path, "field"]);
  return (
    <fieldset className="list-input">
      <legend className="visually-hidden">{line.title}</legend>
      <Form.Item name={[...path, "announced"]} valuePropName="checked" noStyle>
        <Checkbox>{line.title}</Checkbox>
      </Form.Item>
      {nameOf && (
        <Form.Item
          name={[...path, "field"]}
          label={t("名称中的领域（××）", "What stands for ××")}
          extra={t(`认定名称：${nameOf(field)}`, `Its name: ${nameOf(field)}`)}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input maxLength={30} />
        </Form.Item>
      )}
    </fieldset>
  );
}
