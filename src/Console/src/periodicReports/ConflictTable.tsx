import { Alert, Button, Radio } from "antd";
import { useState } from "react";
import type { ReportDetail, ReportText } from "../api/cycles";
import type { Pack } from "../api/types";
import { figure, instant } from "../shared/figures";
import { useText } from "../shell/text";
import { type Clash, choose, mergeDrafts } from "./mergeDrafts";
import { fieldLabel } from "./reportFields";

type ConflictProps = {
  pack: Pack | undefined;
  base: ReportText;
  mine: ReportText;
  theirs: ReportDetail;
  resolve: (text: ReportText) => void;
};

const keyOf = (clash: Clash) => `${clash.part}.${clash.name}`;

/** Two persons wrote at once: both versions side by side, and a choice wherever they differ. Nothing is lost before it is made. */
export function ConflictTable({ pack, base, mine, theirs, resolve }: ConflictProps) {
  const { t, language } = useText();
  const [taken, setTaken] = useState<Record<string, boolean>>({});
  const { merged, clashes } = mergeDrafts(base, mine, theirs);
  const cell = (clash: Clash, value: unknown) => {
    const isAmount = pack?.indicators.find((one) => one.name === clash.name)?.type === "amount" && clash.part === "indicators";
    return <div className="answer-text">{figure(isAmount ? "amountFen" : "", value, language)}</div>;
  };
  return (
    <section className="panel">
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t(
          `${theirs.savedByName ?? "同事"}于 ${instant(theirs.savedAt)} 修改了这份草稿。您的改动没有丢失：`,
          `${theirs.savedByName ?? "A colleague"} changed this draft at ${instant(theirs.savedAt)}. Your changes are not lost: `,
        )}
        description={
          clashes.length === 0
            ? t("双方改动互不冲突，可直接合并。", "The two do not touch each other; they can be put together.")
            : t("下列各处双方都有改动，请逐项选择。", "Both of you changed the following; choose for each.")
        }
      />
      {clashes.length > 0 && (
        <table className="answer-table">
          <thead>
            <tr>
              <th scope="col">{t("内容", "Item")}</th>
              <th scope="col">{t("我的", "Mine")}</th>
              <th scope="col">{theirs.savedByName ?? t("对方的", "Theirs")}</th>
              <th scope="col">{t("采用", "Take")}</th>
            </tr>
          </thead>
          <tbody>
            {clashes.map((clash) => (
              <tr key={keyOf(clash)}>
                <th scope="row">
                  {t(fieldLabel(pack, clash.name))}
                  {clash.part === "explanations" && t("（说明）", " (explanation)")}
                </th>
                <td>{cell(clash, clash.mine)}</td>
                <td>{cell(clash, clash.theirs)}</td>
                <td>
                  <Radio.Group
                    aria-label={t("采用哪一方的内容", "Whose to take")}
                    value={taken[keyOf(clash)] ?? false}
                    onChange={(event) => setTaken((now) => ({ ...now, [keyOf(clash)]: event.target.value }))}
                    options={[
                      { value: false, label: t("我的", "Mine") },
                      { value: true, label: t("对方的", "Theirs") },
                    ]}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Button type="primary" onClick={() => resolve(choose(merged, clashes, (clash) => taken[keyOf(clash)] ?? false))}>
        {t("合并并继续填写", "Put together and go on")}
      </Button>
    </section>
  );
}
