import { Input } from "antd";
import { useText } from "../../shell/text";
import { parseWholeNumber } from "../wholeNumber";

type WholeNumberProps = {
  id?: string;
  max: number;
  /** A number, or as text what was typed and is none. */
  value?: number | string | null;
  onChange: (value: number | string | null) => void;
  "aria-describedby"?: string;
};

/** A whole number within its bounds. What is none stays as it was typed, and the bounds are told beside it. */
export function WholeNumberInput({ max, value, onChange, ...common }: WholeNumberProps) {
  const { t } = useText();
  const shown = value === null || value === undefined ? "" : String(value);
  const faulty = shown.trim() !== "" && parseWholeNumber(shown, max) === null;
  const bound = max.toLocaleString("zh-CN");
  return (
    <>
      <Input
        {...common}
        className="number-input"
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        status={faulty ? "error" : undefined}
        aria-invalid={faulty}
        value={shown}
        onChange={({ target }) =>
          onChange(target.value.trim() === "" ? null : (parseWholeNumber(target.value, max) ?? target.value))
        }
      />
      {faulty && (
        <div className="wrong" role="alert">
          {t(
            `“${shown}”未被采用：应为 0 至 ${bound} 的整数。`,
            `“${shown}” is not taken: give a whole number from 0 to ${bound}.`,
          )}
        </div>
      )}
    </>
  );
}
