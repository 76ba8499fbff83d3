import { Button, Drawer } from "antd";
import { useState } from "react";
import { type SettlementLine, type SettlementRun, settlementRuns } from "../api/settlements";
import { SheetPanel } from "../shared/SheetPanel";
import { useText } from "../shell/text";

/** How a line comes to its money, before anybody commits it. */
export function LineSheet({ run, line }: { run: SettlementRun; line: SettlementLine }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  if (line.state === "refused" || line.state === "left-out") {
    return null;
  }
  return (
    <>
      <Button type="link" size="small" onClick={() => setOpen(true)}>
        {t("计算书", "Sheet")}
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} size={720} title={line.institutionName} destroyOnHidden>
        <SheetPanel
          of={`settlement-line-${run.id}-${line.state}`}
          id={line.institutionId}
          subject={line.institutionName}
          load={(body) => settlementRuns.sheet(run.id, body)}
        />
      </Drawer>
    </>
  );
}
