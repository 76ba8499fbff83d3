import { Link } from "react-router";
import type { Entry } from "../api/registers";
import type { Pack } from "../api/types";
import { fieldAt } from "../shared/packForm/fieldAt";
import { useText } from "../shell/text";
import { entryAddress } from "./entryColumns";
import { State } from "./State";
import { titleText } from "./words";

/** The entries that name this one in a field of theirs: an activity its carrier, a base the project that it serves. */
export function NamedBy({ entry, pack }: { entry: Entry; pack: Pack }) {
  const { t } = useText();
  const naming = entry.linked.filter((one) => one.field !== null);
  if (naming.length === 0) {
    return null;
  }
  return (
    <section className="panel">
      <h2>{t("引用本条目的登记", "Named by")}</h2>
      <ul className="plain-list">
        {naming.map((one) => {
          const register = pack.registers.find((other) => other.name === one.register);
          const field = register && fieldAt(register.fields, one.field ?? "");
          return (
            <li key={`${one.id} ${one.field}`}>
              {register && t(register.label)} {one.number}{" "}
              <Link to={entryAddress(one)}>{register ? t(titleText(register, one.title, pack.categories)) : one.title}</Link>{" "}
              {register && <State register={register} state={one.state} />}{" "}
              {field && <span className="secondary">{t(field.label)}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
