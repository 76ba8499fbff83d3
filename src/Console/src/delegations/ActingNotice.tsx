import { Alert, Button } from "antd";
import { useText } from "../shell/text";
import { act, readActing } from "./actingFor";

/** Tells a deputy, on every page, in whose post it acts. */
export function ActingNotice() {
  const { t } = useText();
  const acting = readActing();
  return acting ? (
    <Alert
      type="warning"
      showIcon
      className="no-print"
      title={t(
        `您正在代“${acting.principalName}”办理登记、资金、报告和考评事项，均记为代办。`,
        `You act for ${acting.principalName}; what you do in the register, with funds, reports and evaluations is recorded so.`,
      )}
      action={
        <Button size="small" onClick={() => act(null)}>
          {t("结束代办", "Lay it down")}
        </Button>
      }
    />
  ) : null;
}
