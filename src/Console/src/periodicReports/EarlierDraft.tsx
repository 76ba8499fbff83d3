import { PaperClipOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { cycles, type EarlierDraft, type Evidence, type ReportText } from "../api/cycles";
import type { Pack } from "../api/types";
import { instant } from "../shared/figures";
import { PackForm } from "../shared/packForm/PackForm";
import { RefusalAlert } from "../shared/RefusalAlert";
import { useText } from "../shell/text";
import { sectionFields } from "./reportFields";

type EarlierProps = {
  draft: EarlierDraft;
  pack: Pack | undefined;
  /** Where the body may write: what becomes of its text and of its files then. */
  adopt?: { reportId: string; text: (text: ReportText) => void; files: (files: Evidence[]) => void };
};

/** What the body had written when a return was taken back: to be read and copied, and gone on with once it may write again. */
export function EarlierDraftPanel({ draft, pack, adopt }: EarlierProps) {
  const { t } = useText();
  const { sections, indicators, explanations, evidence } = draft;
  const goOn = useMutation({
    mutationFn: () => Promise.all(evidence.map(({ file }) => cycles.tieAgain(adopt?.reportId ?? "", file.id))),
    onSuccess: (files) => {
      adopt?.files(files);
      adopt?.text({ sections, indicators, explanations });
    },
  });
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
        {evidence.map(({ figure, file }) => (
          <div key={file.id} className="secondary">
            <PaperClipOutlined /> {t(pack?.indicators.find((one) => one.name === figure)?.label ?? { zh: figure, en: figure })} ·{" "}
            {file.fileName}
          </div>
        ))}
      </details>
      {adopt && (
        <Button loading={goOn.isPending} onClick={() => goOn.mutate()}>
          {t("采用此草稿继续填写", "Go on with this draft")}
        </Button>
      )}
      <RefusalAlert error={goOn.error} />
    </section>
  );
}
