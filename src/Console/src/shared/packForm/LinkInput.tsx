import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useText } from "../../shell/text";
import { searchLinks, useLinkName } from "./links";
import { useForm } from "./PackForm";

type LinkInputProps = {
  id?: string;
  /** `institution`, or a register of the form's programme. */
  of: string;
  value?: string;
  onChange?: (id: string | undefined) => void;
  "aria-describedby"?: string;
};

/** A question of a pack's form that leads elsewhere. */
export function LinkInput(props: LinkInputProps) {
  const { programme } = useForm();
  return <LinkPicker {...props} programme={programme} />;
}

type LinkPickerProps = LinkInputProps & {
  /** Whose registers are searched; institutions are found without one. */
  programme?: string;
  /** What cannot be picked: the thing itself. */
  except?: string;
};

/** Picks an institution or an entry of a register, found by its name. */
export function LinkPicker({ id, of, programme = "", except, value, onChange, ...common }: LinkPickerProps) {
  const { t } = useText();
  const [typed, setTyped] = useState("");
  const sought = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ["links", programme, of, sought],
    queryFn: () => searchLinks(programme, of, sought),
    staleTime: 30_000,
  });
  // While one types what was found before is not offered: Enter would pick another than the one that is meant.
  const options = (sought === typed.trim() ? (found.data ?? []) : []).filter((one) => one.value !== except);
  const unlisted = value && !options.some((one) => one.value === value) ? value : undefined;
  const name = useLinkName(of, unlisted);
  const shown = unlisted ? [{ value: unlisted, label: name }, ...options] : options;
  return (
    <Select
      {...common}
      id={id}
      allowClear
      className="link-input"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t("输入名称或统一社会信用代码查找", "Type a name or a social credit code")}
      notFoundContent={
        found.isFetching || sought !== typed.trim() ? t("正在查找…", "Searching…") : t("没有找到", "Nothing found")
      }
      options={shown}
      value={value}
      onChange={(next?: string) => onChange?.(next)}
    />
  );
}
