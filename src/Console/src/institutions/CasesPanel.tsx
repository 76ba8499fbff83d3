import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { standing } from "../api/standing";
import type { Institution } from "../api/types";
import { kindName } from "../changes/kinds";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Status } from "../shared/Status";
import { useText } from "../shell/text";

type Line = { id: string; to: string; text: string; aside: ReactNode };

/** The major changes that a body reported, and the cases against it. */
export function CasesPanel({ institution: { id } }: { institution: Institution }) {
  const { t } = useText();
  const changes = useQuery({
    queryKey: ["changes", "of", id],
    queryFn: () => standing.changes({ institution: id, limit: "50" }),
  });
  const sanctions = useQuery({
    queryKey: ["sanctions", "of", id],
    queryFn: () => standing.sanctions({ institution: id, limit: "50" }),
  });
  return (
    <div className="columns-even">
      <section className="panel">
        <h2>{t("重大变化", "Major changes")}</h2>
        <Loaded query={changes}>
          {({ items }) => (
            <Lines
              none={t("没有报告重大变化", "No changes reported")}
              lines={items.map((one) => ({
                id: one.id,
                to: `/changes/${one.id}`,
                text: `${one.changedOn} ${one.kinds.map((kind) => t(kindName(kind))).join(t("、", ", "))}`,
                aside: <Status value={one.status} of="change" />,
              }))}
            />
          )}
        </Loaded>
      </section>
      <section className="panel">
        <h2>{t("整改与处理", "Sanctions")}</h2>
        <Loaded query={sanctions}>
          {({ items }) => (
            <Lines
              none={t("没有处理事项", "No cases")}
              lines={items.map((one) => ({
                id: one.id,
                to: `/sanctions/${one.id}`,
                text: `${one.foundOn} ${t(one.groundZh, one.groundEn)}`,
                aside: <Status value={one.status} of="sanction" />,
              }))}
            />
          )}
        </Loaded>
      </section>
    </div>
  );
}

function Lines({ lines, none }: { lines: Line[]; none: string }) {
  if (lines.length === 0) {
    return <Empty text={none} />;
  }
  return (
    <ul className="todo-list">
      {lines.map((line) => (
        <li key={line.id}>
          <Link to={line.to}>{line.text}</Link>
          <span>{line.aside}</span>
        </li>
      ))}
    </ul>
  );
}
