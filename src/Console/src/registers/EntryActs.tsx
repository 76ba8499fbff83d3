import { Button } from "antd";
import type { Entry } from "../api/registers";
import type { Pack, Register } from "../api/types";
import { useText } from "../shell/text";
import { TakeStep } from "./TakeStep";

type ActsProps = { entry: Entry; pack: Pack; register: Register; amend: () => void };

/** What the person signed in may do with an entry now; the service says which steps. */
export function EntryActs({ entry, pack, register, amend }: ActsProps) {
  const { t } = useText();
  return (
    <>
      {entry.may.save && <Button onClick={amend}>{t("修改", "Amend")}</Button>}
      {register.steps
        .filter((step) => entry.may.steps.includes(step.key))
        .map((step) => (
          <TakeStep key={step.key} entry={entry} pack={pack} register={register} step={step} />
        ))}
    </>
  );
}
