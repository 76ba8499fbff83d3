import { Form, InputNumber } from "antd";
import type { FormItemProps, Rule } from "antd/es/form";
import { useText } from "../shell/text";

type NumberFieldProps = Pick<FormItemProps, "name" | "label" | "extra"> & {
  min: number;
  max?: number;
  /** How many decimals it may have; a whole number without. */
  decimals?: number;
  optional?: boolean;
  placeholder?: string;
  "aria-label"?: string;
  onChange?: (value: number | null) => void;
};

/** A number within its bounds. One beyond them stays as it was typed and is refused: it never becomes another number unseen. */
export function NumberField({
  min,
  max,
  decimals = 0,
  optional,
  placeholder,
  onChange,
  "aria-label": named,
  ...item
}: NumberFieldProps) {
  const { t } = useText();
  const bounds =
    max === undefined ? t(`不小于 ${min} `, `at least ${min}`) : t(` ${min} 至 ${max} 之间`, `from ${min} to ${max}`);
  const refusal = decimals
    ? t(`请填写${bounds}的数，最多 ${decimals} 位小数`, `Give a number ${bounds} with at most ${decimals} decimals`)
    : t(`请填写${bounds}的整数`, `Give a whole number ${bounds}`);
  const fits: Rule = {
    validator: (_, value?: number | null) =>
      value === undefined || value === null || isWithin(value, min, max ?? Number.MAX_SAFE_INTEGER, decimals)
        ? Promise.resolve()
        : Promise.reject(new Error(refusal)),
  };
  return (
    <Form.Item {...item} rules={[{ required: !optional }, fits]}>
      <InputNumber className="number-input" aria-label={named} placeholder={placeholder} onChange={onChange} />
    </Form.Item>
  );
}

const isWithin = (value: number, min: number, max: number, decimals: number) =>
  value >= min && value <= max && Number(value.toFixed(decimals)) === value;
