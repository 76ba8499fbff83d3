import { Button, Tag } from "antd";
import { useState } from "react";
import type { Drawing, Selection } from "../api/types";
import { instant } from "../shared/figures";
import { Summary } from "../shared/Summary";
import { useCategories } from "../shared/useCategories";
import { useText } from "../shell/text";
import { drawAgain } from "./drawing";

/** How experts were drawn by lot, with the seed and the pool, so that anybody can draw again and see the same. */
export function Drawings({ selection }: { selection: Selection }) {
  const { t } = useText();
  return (
    selection.drawings.length > 0 && (
      <section className="panel">
        <h2>{t("随机抽取记录", "Drawings by lot")}</h2>
        {selection.drawings.map((drawing) => (
          <OneDrawing key={drawing.seed} drawing={drawing} selection={selection} />
        ))}
      </section>
    )
  );
}

function OneDrawing({ drawing, selection }: { drawing: Drawing; selection: Selection }) {
  const { t } = useText();
  const categories = useCategories();
  const names = new Map(selection.entries.flatMap((entry) => entry.sheets).map((sheet) => [sheet.expertId, sheet.expertName]));
  const about = selection.entries.find((entry) => entry.applicationId === drawing.applicationId);
  return (
    <Summary
      columns={2}
      facts={[
        { label: t("抽取时间", "Drawn"), value: [instant(drawing.at), drawing.byName].join(" · ") },
        { label: t("抽取人数", "How many"), value: drawing.count },
        !!about && { label: t("复评申报", "Further opinion on"), value: about.title },
        !!drawing.field && { label: t("限定领域", "Who know"), value: categories.name(drawing.field) },
        {
          label: t("备选专家", "Drawn among"),
          value: t(
            `${drawing.pool.length} 名（因利害关系另除去 ${drawing.leftOut} 名）`,
            `${drawing.pool.length} (${drawing.leftOut} with a stake left out)`,
          ),
        },
        { label: t("抽中", "Drawn"), value: drawing.drawn.map((id) => names.get(id) ?? id).join(t("、", ", ")) },
        { label: t("随机种子", "Seed"), value: <code>{drawing.seed}</code> },
        { label: t("复核", "Check"), value: <DrawAgain drawing={drawing} /> },
      ]}
    />
  );
}

function DrawAgain({ drawing }: { drawing: Drawing }) {
  const { t } = useText();
  const [result, setResult] = useState<"same" | "other" | "unable">();
  const again = async () => {
    const drawn = await drawAgain(drawing.seed, drawing.pool, drawing.count);
    setResult(drawn === null ? "unable" : drawn.join() === drawing.drawn.join() ? "same" : "other");
  };
  return (
    <>
      <Button size="small" onClick={again}>
        {t("重新抽取核对", "Draw again")}
      </Button>{" "}
      {result === "same" && <Tag color="success">{t("结果一致", "The same experts")}</Tag>}
      {result === "other" && <Tag color="error">{t("结果不一致", "Other experts")}</Tag>}
      {result === "unable" && (
        <span className="secondary">
          {t("此浏览器环境不能计算：按“种子:编号”的 SHA-256 排序取前列即可核对。", "Sort the pool by the SHA-256 of seed:id.")}
        </span>
      )}
    </>
  );
}
