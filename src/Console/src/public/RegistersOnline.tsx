import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { open, type PublicRegister } from "../api/open";
import { Clause } from "../shared/Clause";
import { Empty } from "../shared/Empty";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { useText } from "../shell/text";

/** The registers that anybody may read, by programme. */
export function RegistersOnline() {
  const { t } = useText();
  const all = useQuery({ queryKey: ["public-registers"], queryFn: open.registers, staleTime: 60_000 });
  return (
    <Page
      title={t("公开登记", "Public registers")}
      lead={t("政策要求向社会公布的登记事项。", "What the policies want published.")}
    >
      <Loaded query={all}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t("没有公开的登记册", "No public registers")} />
          ) : (
            [...new Set(items.map((one) => one.programme))].map((programme) => (
              <OfProgramme key={programme} registers={items.filter((one) => one.programme === programme)} />
            ))
          )
        }
      </Loaded>
    </Page>
  );
}

function OfProgramme({ registers }: { registers: PublicRegister[] }) {
  const { t } = useText();
  return (
    <section className="panel">
      {registers.slice(0, 1).map((first) => (
        <h2 key={first.programme}>{t(first.title)}</h2>
      ))}
      <ul className="plain-list">
        {registers.map((one) => (
          <li key={one.name}>
            <Link to={`/public/registers/${one.programme}/${one.name}`}>{t(one.label)}</Link>{" "}
            <Clause id={one.clause} quote={one.quote} source="law" />
          </li>
        ))}
      </ul>
    </section>
  );
}
