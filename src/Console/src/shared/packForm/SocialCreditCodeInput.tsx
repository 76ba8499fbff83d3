import { Input } from "antd";
import { useText } from "../../shell/text";
import { parseSocialCreditCode } from "../socialCreditCode";

type Props = {
  id?: string;
  value?: string;
  onChange?: (code: string) => void;
  disabled?: boolean;
  "aria-label"?: string;
  "aria-describedby"?: string;
};

/** A unified social credit code, told at once when its check character is wrong (GB 32100-2015, ZS-10). */
export function SocialCreditCodeInput({ value = "", onChange, ...common }: Props) {
  const { t } = useText();
  const wrong = value.trim().length >= 18 && parseSocialCreditCode(value) === null;
  return (
    <>
      <Input
        {...common}
        className="code-input"
        autoComplete="off"
        spellCheck={false}
        maxLength={24}
        placeholder={t("18 位统一社会信用代码", "18-character social credit code")}
        status={wrong ? "error" : undefined}
        value={value}
        onChange={(event) => onChange?.(parseSocialCreditCode(event.target.value) ?? event.target.value)}
      />
      {wrong && (
        <div className="wrong" role="alert">
          {t("校验位不符，请核对统一社会信用代码。", "The check character does not match; please compare the code.")}
        </div>
      )}
    </>
  );
}
