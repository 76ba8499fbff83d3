import { Checkbox, Input, Radio, Select } from "antd";
import type { Answers, FormField } from "../../api/types";
import { type Text, useText } from "../../shell/text";
import { DayInput } from "../DayInput";
import { MoneyInput } from "../MoneyInput";
import { AttachmentInput } from "./AttachmentInput";
import { referenced } from "./answers";
import { LinkInput } from "./LinkInput";
import { ListInput } from "./ListInput";
import { useForm } from "./PackForm";
import { SocialCreditCodeInput } from "./SocialCreditCodeInput";
import { WholeNumberInput } from "./WholeNumberInput";
import { WordsInput } from "./WordsInput";

type PackInputProps = {
  id: string;
  path: string;
  field: FormField;
  value: unknown;
  onChange: (value: unknown) => void;
  describedBy?: string;
};

/** One control per field type of the packs' closed vocabulary. */
export function PackInput({ id, path, field, value, onChange, describedBy }: PackInputProps) {
  const { t } = useText();
  const { categories, answers } = useForm();
  // Answers that lie open are a group: a label cannot point to one, so the group points to its label.
  const group = { id, "aria-describedby": describedBy, "aria-labelledby": `${id}-label` };
  const common = { id, "aria-describedby": describedBy };
  const text = typeof value === "string" ? value : "";

  switch (field.type) {
    case "whole-number":
      return <WholeNumberInput {...common} max={field.max} value={value as number | string | null} onChange={onChange} />;
    case "amount":
      return <MoneyInput {...common} value={value as number | string | null} onChange={onChange} onUnreadable={onChange} />;
    case "day":
    case "past-day":
      return <DayInput {...common} value={value as string | null} onChange={onChange} />;
    case "flag":
      // Two open answers, not a box to tick: "no" must be said, or it cannot be told from silence.
      return (
        <Radio.Group
          {...group}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          options={[
            { value: true, label: t("是", "Yes") },
            { value: false, label: t("否", "No") },
          ]}
        />
      );
    case "choice":
    case "category":
      return (
        <Choice
          {...group}
          options={named(field.type === "category" ? categories : field.options, t)}
          value={value as string | undefined}
          onChange={onChange}
        />
      );
    case "reference":
      return (
        <Choice
          {...group}
          options={[...new Set(referenced(field.of ?? "", answers))].map((name) => ({ value: name, label: name }))}
          value={value as string | undefined}
          onChange={onChange}
        />
      );
    case "choices":
      return (
        <Choices {...group} options={named(field.options, t)} value={(value as string[] | undefined) ?? []} onChange={onChange} />
      );
    case "words":
      return <WordsInput {...common} max={field.max} value={(value as string[] | undefined) ?? []} onChange={onChange} />;
    case "link":
      return <LinkInput {...common} of={field.of ?? ""} value={value as string | undefined} onChange={onChange} />;
    case "social-credit-code":
      return <SocialCreditCodeInput {...common} value={text} onChange={onChange} />;
    case "list":
      return <ListInput id={id} path={path} field={field} value={(value as Answers[] | undefined) ?? []} onChange={onChange} />;
    case "attachment":
      return <AttachmentInput id={id} field={field} />;
    case "long-text":
      return (
        <Input.TextArea
          {...common}
          autoSize={{ minRows: 3, maxRows: 14 }}
          maxLength={field.max}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    default:
      return (
        <Input
          {...common}
          autoComplete="off"
          maxLength={field.max}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

const named = (options: { key: string; label: Text }[], t: (text: Text) => string) =>
  options.map(({ key, label }) => ({ value: key, label: t(label) }));

type ChoiceProps = {
  id: string;
  options: { value: string; label: string }[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
};

/** A few answers lie open; many fold into a list. */
function Choice({ options, value, onChange, ...common }: ChoiceProps) {
  return options.length > 0 && options.length <= 4 ? (
    <Radio.Group {...common} options={options} value={value} onChange={(event) => onChange(event.target.value)} />
  ) : (
    <Select
      {...common}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      className="choice-input"
      options={options}
      value={value}
      onChange={onChange}
    />
  );
}

type ChoicesProps = Omit<ChoiceProps, "value" | "onChange"> & { value: string[]; onChange: (value: string[]) => void };

function Choices({ options, value, onChange, ...common }: ChoicesProps) {
  return options.length <= 8 ? (
    <Checkbox.Group {...common} options={options} value={value} onChange={onChange} />
  ) : (
    <Select
      {...common}
      mode="multiple"
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      className="words-input"
      options={options}
      value={value}
      onChange={onChange}
    />
  );
}
