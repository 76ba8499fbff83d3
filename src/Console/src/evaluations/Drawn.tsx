import type { Drawing } from "../api/evaluations";
import { instant } from "../shared/figures";
import { Summary } from "../shared/Summary";
import { useText } from "../shell/text";

/** How experts were drawn by lot: enough for anybody to draw them again. */
export function Drawn({ drawings }: { drawings: Drawing[] }) {
  const { t } = useText();
  return (
    <section className="panel">
      <h2>{t("随机抽取记录", "Drawings")}</h2>
      <p className="secondary">
        {t(
          "备选按“种子:账号”的 SHA-256 值排序，居前者中选。",
          "The pool is sorted by the SHA-256 of “seed:account”; those at the head are drawn.",
        )}
      </p>
      {drawings.map((drawing) => (
        <Summary
          key={drawing.seed}
          facts={[
            { label: t("种子", "Seed"), value: <code>{drawing.seed}</code> },
            { label: t("备选", "Pool"), value: drawing.pool.join("、") },
            { label: t("因利害关系未参加", "Left out"), value: drawing.leftOut },
            { label: t("抽中", "Drawn"), value: drawing.drawn.join("、") },
            { label: t("抽取", "Drawn by"), value: `${drawing.byName} · ${instant(drawing.at)}` },
          ]}
        />
      ))}
    </section>
  );
}
