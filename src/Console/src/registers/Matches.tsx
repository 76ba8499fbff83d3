import { useQuery } from "@tanstack/react-query";
import { Table, Tag } from "antd";
import { Link } from "react-router";
import { type Entry, type Match, registers } from "../api/registers";
import type { Pack, Register } from "../api/types";
import { ActionButton } from "../shared/ActionButton";
import { Cited } from "../shared/Clause";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { answerText } from "../shared/packForm/answerText";
import { useHasRole } from "../shell/session";
import { useText } from "../shell/text";
import { entryAddress } from "./entryColumns";

type MatchesProps = { entry: Entry; pack: Pack; register: Register };

/** What goes with an entry, best first, with the reason; pushed, both sides see it (HB-10, SD-14). */
export function Matches({ entry, pack, register }: MatchesProps) {
  const { t } = useText();
  const mayPush = useHasRole("operator", "district-reviewer", "park-reviewer", "city-reviewer", "leader");
  const matches = useQuery({ queryKey: ["matches", entry.id], queryFn: () => registers.matches(entry.id) });
  return (
    <section className="panel">
      <h2>
        {t("匹配结果", "Matches")}{" "}
        {register.matches.map((one) => (
          <Cited key={one.with} citation={one.citation} />
        ))}
      </h2>
      <Loaded query={matches}>
        {({ items }) => (
          <Table<Match>
            size="small"
            rowKey="id"
            pagination={false}
            scroll={{ x: "max-content" }}
            dataSource={items}
            locale={{ emptyText: <Empty text={t("还没有匹配的条目", "Nothing matches yet")} /> }}
            columns={[
              {
                title: t("登记册", "Register"),
                render: (_, one) => t(pack.registers.find((other) => other.name === one.register)?.label ?? one.register),
              },
              { title: t("名称", "Name"), render: (_, one) => <Link to={entryAddress(one)}>{one.title}</Link> },
              { title: t("匹配理由", "Why"), render: (_, one) => <Reasons match={one} pack={pack} register={register} /> },
              {
                title: "",
                render: (_, one) => (one.pushId ? t("已推送", "Pushed") : mayPush && <PushMatch entry={entry} match={one} />),
              },
            ]}
          />
        )}
      </Loaded>
    </section>
  );
}

function Reasons({ match, pack, register }: { match: Match; pack: Pack; register: Register }) {
  const { t, language } = useText();
  return match.reasons.map(({ field, shared }) => {
    const asked = register.fields.find((one) => one.name === field);
    return (
      <div key={field}>
        {asked ? t(asked.label) : field}
        {t("：", ": ")}
        {shared.map((one) => (
          <Tag key={one}>{asked ? answerText(asked, one, { language, categories: pack.categories, names: {} }) : one}</Tag>
        ))}
      </div>
    );
  });
}

function PushMatch({ entry, match }: { entry: Entry; match: Match }) {
  const { t } = useText();
  return (
    <ActionButton<object, unknown>
      label={t("推送", "Push")}
      size="small"
      summary={() => [
        { label: t("推送", "From"), value: entry.title },
        { label: t("至", "To"), value: match.title },
      ]}
      consequence={t("推送后双方都能看到，并可答复是否有意对接。", "Both sides see it and may say whether they are interested.")}
      act={(_, act) => registers.push(entry.id, match.id, act)}
      done={t("已推送", "Pushed")}
    />
  );
}
