import { Input } from "antd";
import { useState } from "react";
import { useText } from "../shell/text";
import { chineseCapitals, formatYuan, parseYuan } from "./money";

type MoneyInputProps = {
  id?: string;
  value?: number | null;
  onChange?: (fen: number | null) => void;
  disabled?: boolean;
  placeholder?: string;
  "aria-required"?: "true" | undefined;
};

/**
 * Yuan as a person types them, fen as the form keeps them. What cannot be read stays visible for correction, and the form
 * gets null, so that a half-typed amount is never sent.
 */
export function MoneyInput({ id, value, onChange, disabled, placeholder, ...aria }: MoneyInputProps) {
  const { t } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null || value === undefined ? "" : formatYuan(value));
  const unreadable = shown.trim() !== "" && parseYuan(shown) === null;

  return (
    <>
      <Input
        {...aria}
        id={id}
        className="money-input"
        inputMode="decimal"
        autoComplete="off"
        disabled={disabled}
        placeholder={placeholder ?? "0.00"}
        prefix="¥"
        suffix={t("元", "yuan")}
        status={unreadable ? "error" : undefined}
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange?.(parseYuan(event.target.value));
        }}
        onBlur={() => {
          if (!unreadable) {
            setTyped(null);
          }
        }}
      />
      <div className="money-words" aria-live="polite">
        {unreadable
          ? t("请输入金额，最多两位小数，例如 3,000,000.00", "Enter an amount with at most two decimals, such as 3,000,000.00")
          : value
            ? chineseCapitals(value)
            : ""}
      </div>
    </>
  );
}
