import { boards } from "../api/boards";
import type { BulletinDetail } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { useText } from "../shell/text";
import { CasesFields } from "./CasesFields";
import { type CaseValues, linesOf, valuesOf } from "./commendation";

type EditCasesProps = { detail: BulletinDetail; barred: string | false };

/** Changes whom the draft of a commendation names (HB-30). */
export function EditCases({ detail: { bulletin, cases, version }, barred }: EditCasesProps) {
  const { t } = useText();
  return (
    <ActionButton<{ cases: CaseValues[] }, { value: BulletinDetail }>
      label={t("修改名单", "Change the list")}
      barred={barred}
      version={version}
      initial={{ cases: valuesOf(cases) }}
      fields={<CasesFields programme={bulletin.programme} year={bulletin.year} />}
      act={(values, act) => boards.saveCases(bulletin.id, linesOf(values.cases), act.version ?? version)}
      done={t("名单已保存", "The list is saved")}
    />
  );
}
