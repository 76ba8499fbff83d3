import { Input } from "antd";
import { useState } from "react";
import { useText } from "../shell/text";
import { chineseCapitals, formatYuan, parseYuan } from "./money";

type MoneyInputProps = {
  id?: string;
  /** Fen, or as text what was typed and is no amount. */
  value?: number | string | null;
  onChange?: (fen: number | null) => void;
  /** Who keeps what cannot be read gets it here, and not null. */
  onUnreadable?: (text: string) => void;
  disabled?: boolean;
  placeholder?: string;
  "aria-required"?: "true" | undefined;
};

/**
 * Yuan as a person types them, fen as the form keeps them. What cannot be read stays visible for correction, and the form
 * gets null, so that a half-typed amount is never sent, unless it keeps such a text itself.
 */
export function MoneyInput({ id, value, onChange, onUnreadable, disabled, placeholder, ...aria }: MoneyInputProps) {
  const { t } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (typeof value === "number" ? formatYuan(value) : (value ?? ""));
  const isUnreadable = (text: string) => text.trim() !== "" && parseYuan(text) === null;
  const unreadable = isUnreadable(shown);
  const change = (text: string) => {
    const keep = isUnreadable(text) ? onUnreadable : undefined;
    setTyped(keep ? null : text);
    keep ? keep(text) : onChange?.(parseYuan(text));
  };

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
        onChange={(event) => change(event.target.value)}
        onBlur={() => {
          if (!unreadable) {
            setTyped(null);
          }
        }}
      />
      <div className={unreadable ? "wrong" : "money-words"} aria-live="polite">
        {unreadable
          ? t(
              `“${shown}”未被采用：应为不小于 0 的金额，最多两位小数，例如 3,000,000.00`,
              `“${shown}” is not taken: give an amount of at least 0 with at most two decimals, such as 3,000,000.00`,
            )
          : typeof value === "number" && value > 0
            ? chineseCapitals(value)
            : ""}
      </div>
    </>
  );
}
