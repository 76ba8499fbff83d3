import { DeleteOutlined, PaperClipOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import type { Answers, FormField } from "../../api/types";
import { type Text, useText } from "../../shell/text";
import { figure } from "../figures";
import { Money } from "../Money";
import { RefusalAlert } from "../RefusalAlert";
import { isFaulty, missing } from "./answers";
import { LinkName } from "./LinkName";
import { useForm } from "./PackForm";

type ReadAnswerProps = { field: FormField; value: unknown };

/** An answer as it was given, for whoever checks it: text, not greyed-out controls. */
export function ReadAnswer({ field, value }: ReadAnswerProps) {
  const { t, language } = useText();
  const { categories, names } = useForm();
  if (field.type === "attachment") {
    return <Files field={field} />;
  }
  if (missing(value)) {
    return <span className="secondary">{t("未填写", "Not answered")}</span>;
  }
  const nameOf = (options: { key: string; label: Text }[], key: unknown) => {
    const option = options.find((one) => one.key === key);
    return option ? t(option.label) : String(key);
  };
  switch (field.type) {
    case "amount":
      // A draft may hold what is no amount yet; it is shown as it was typed.
      return isFaulty(field, value) ? (
        <span className="answer-text">{String(value)}</span>
      ) : (
        <>
          <Money fen={value as number} strong /> {t("元", "yuan")}
        </>
      );
    case "choice":
      return nameOf(field.options, value);
    case "category":
      return nameOf(categories, value);
    case "choices":
      return (value as string[]).map((one) => nameOf(field.options, one)).join(t("、", ", "));
    case "words":
      return (value as string[]).map((word) => <Tag key={word}>{word}</Tag>);
    case "link":
      return <LinkName of={field.of ?? ""} id={String(value)} name={names[String(value)]} />;
    case "list":
      return <Items field={field} items={value as Answers[]} />;
    case "social-credit-code":
      return <code>{String(value)}</code>;
    default:
      return <span className="answer-text">{figure("", value, language)}</span>;
  }
}

function Items({ field, items }: { field: FormField; items: Answers[] }) {
  const { t } = useText();
  return (
    <table className="answer-table">
      <thead>
        <tr>
          {field.fields.map((one) => (
            <th key={one.name} scope="col">
              {t(one.label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that is only read keeps its order
          <tr key={index}>
            {field.fields.map((one) => (
              <td key={one.name}>
                <ReadAnswer field={one} value={item[one.name]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const size = (bytes: number) => (bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`);

/** The files of a field; each shows its hash, so that a copy can be compared. */
export function Files({ field }: { field: FormField }) {
  const { t } = useText();
  const { attachments, attachmentAddress, readOnly, detach } = useForm();
  const remove = useMutation({ mutationFn: async (id: string) => detach?.(id) });
  const files = attachments.filter((file) => file.field === field.name);
  if (files.length === 0) {
    return readOnly ? <span className="secondary">{t("未上传", "Not attached")}</span> : null;
  }
  return (
    <>
      {files.map((file) => (
        <span key={file.id} className="file">
          <a href={attachmentAddress(file.id)} title={`SHA-256 ${file.sha256}`} download={file.fileName}>
            <PaperClipOutlined /> {file.fileName} <span className="secondary">{size(file.lengthBytes)}</span>
          </a>
          {detach && !readOnly && (
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t(`移除 ${file.fileName}`, `Remove ${file.fileName}`)}
              onClick={() => remove.mutate(file.id)}
            />
          )}
        </span>
      ))}
      <RefusalAlert error={remove.error} />
    </>
  );
}
