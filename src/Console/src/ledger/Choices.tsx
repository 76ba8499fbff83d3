import { Select } from "antd";
import { DayInput } from "../shared/DayInput";
import { useFiscalYears } from "../shared/fiscalYears";
import { useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";
import type { useAddress } from "./useAddress";

type ChoiceProps = { address: ReturnType<typeof useAddress>; value?: string; required?: boolean };

export function ProgrammeChoice({ address, value, required }: ChoiceProps) {
  const { t } = useText();
  const { options } = useProgrammes();
  return (
    <label htmlFor="books-programme">
      <span>{t("项目", "Programme")}</span>
      <Select
        id="books-programme"
        allowClear={!required}
        placeholder={t("全部", "All")}
        value={value}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(chosen) => address.choose("programme", chosen)}
      />
    </label>
  );
}

export function YearChoice({ address, value, required }: ChoiceProps) {
  const { t } = useText();
  const { options } = useFiscalYears();
  return (
    <label htmlFor="books-year">
      <span>{t("年度", "Fiscal year")}</span>
      <Select
        id="books-year"
        allowClear={!required}
        placeholder={t("全部", "All")}
        value={value}
        options={options}
        onChange={(chosen) => address.choose("year", chosen)}
      />
    </label>
  );
}

export function DayChoice({ address, value, name, label }: ChoiceProps & { name: string; label: string }) {
  return (
    <label htmlFor={`books-${name}`}>
      <span>{label}</span>
      <DayInput id={`books-${name}`} value={value} onChange={(day) => address.choose(name, day)} />
    </label>
  );
}
