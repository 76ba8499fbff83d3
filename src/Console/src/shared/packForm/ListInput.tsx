import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { Answers, FormField } from "../../api/types";
import { useText } from "../../shell/text";
import { Questions } from "./PackForm";

type ListInputProps = {
  id: string;
  path: string;
  field: FormField;
  value: Answers[];
  onChange: (items: Answers[]) => void;
};

/** A list of things, each with questions of its own: the parties that build a centre together (ZS-09), for one. */
export function ListInput({ id, path, field, value, onChange }: ListInputProps) {
  const { t } = useText();
  return (
    <fieldset id={id} className="list-input" tabIndex={-1}>
      <legend className="visually-hidden">{t(field.label)}</legend>
      {value.map((item, index) => (
        // Items have no key of their own; their place in the list is their name.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className="list-item">
          <div className="list-item-head">
            <span>
              {t(field.label)} {index + 1}
            </span>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t(`删除第 ${index + 1} 项`, `Remove item ${index + 1}`)}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            />
          </div>
          <Questions
            fields={field.fields}
            answers={item}
            path={`${path}[${index}].`}
            onChange={(changed) => onChange(value.map((other, at) => (at === index ? changed : other)))}
          />
        </div>
      ))}
      <Button type="dashed" icon={<PlusOutlined />} disabled={value.length >= field.max} onClick={() => onChange([...value, {}])}>
        {t(`添加“${field.label.zh}”`, `Add to “${field.label.en}”`)}
      </Button>
    </fieldset>
  );
}
