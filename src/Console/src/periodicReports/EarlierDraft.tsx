import { Button } from "antd";
import type { EarlierDraft, ReportText } from "../api/cycles";
import type { Pack } from "../api/types";
import { instant } from "../shared/figures";
import { PackForm } from "../shared/packForm/PackForm";
import { useText } from "../shell/text";
import { sectionFields } from "./reportFields";

type EarlierProps = {
  draft: EarlierDraft;
  pack: Pack | undefined;
  /** Where the body may write: what becomes of its text then. */
  adopt?: (text: ReportText) => void;
};

/** What the body had written when a return was taken back: to be read and copied, and gone on with once it may write again. */
export function EarlierDraftPanel({ draft, pack, adopt }: EarlierProps) {
  const { t } = useText();
  const { sections, indicators, explanations } = draft;
  return (
    <section className="panel no-print">
      <details>
        <summary>
          {t(
            `此前未报送的草稿（${instant(draft.at)} 收回退回时留存）`,
            `An earlier draft, kept when the return was taken back at ${instant(draft.at)}`,
          )}
        </summary>
        <PackForm fields={sectionFields(pack)} answers={sections} readOnly />
        <PackForm fields={pack?.indicators ?? []} answers={indicators} readOnly />
      </details>
      {adopt && (
        <Button onClick={() => adopt({ sections, indicators, explanations })}>
          {t("采用此草稿继续填写", "Go on with this draft")}
        </Button>
      )}
    </section>
  );
}
