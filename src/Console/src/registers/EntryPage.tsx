import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useState } from "react";
import { useParams, useSearchParams } from "react-router";
import type { Versioned } from "../api/http";
import { type Entry, registers } from "../api/registers";
import type { Pack, Register } from "../api/types";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { usePack } from "../shared/programmes";
import { NotFound } from "../shell/NotFound";
import { useText } from "../shell/text";
import { AmendEntry } from "./AmendEntry";
import { Balances } from "./Balances";
import { EditEntry } from "./EditEntry";
import { EntryActs } from "./EntryActs";
import { EntryFacts } from "./EntryFacts";
import { EntryHistory } from "./EntryHistory";
import { Flags } from "./Flags";
import { LinkedEntries } from "./LinkedEntries";
import { Matches } from "./Matches";
import { NamedBy } from "./NamedBy";
import { OverdueAlerts } from "./OverdueAlerts";
import { ReadEntry } from "./ReadEntry";
import { State } from "./State";
import { registersAbout, titleText } from "./words";

export type Start = Versioned<Entry>;
type EntryProps = { start: Start; reload: () => Promise<Start | undefined>; past: string | undefined };

/** An entry of a register: as it is, or as it was on the day that the address names. */
export function EntryPage() {
  const { id = "" } = useParams();
  const past = useSearchParams()[0].get("on") ?? undefined;
  const entry = useQuery({
    queryKey: ["entry", id, past],
    queryFn: () => registers.entry(id, past),
    refetchOnWindowFocus: false,
    // What is saved as one types is not in what was fetched: whoever comes back reads it anew.
    gcTime: 0,
  });
  return (
    <Loaded query={entry}>
      {(start) => <OfPack start={start} reload={async () => (await entry.refetch()).data} past={past} />}
    </Loaded>
  );
}

function OfPack(props: EntryProps) {
  const pack = usePack(props.start.value.programme);
  return (
    <Loaded query={pack}>
      {(value) => {
        const register = value.registers.find((one) => one.name === props.start.value.register);
        return register ? <Details {...props} pack={value} register={register} /> : <NotFound />;
      }}
    </Loaded>
  );
}

function Details({ start, reload, past, pack, register }: EntryProps & { pack: Pack; register: Register }) {
  const { t } = useText();
  const entry = start.value;
  const [amending, setAmending] = useState(false);
  const draft = entry.state === "draft";
  return (
    <Page
      title={entry.title ? t(titleText(register, entry.title, pack.categories)) : t("（未命名草稿）", "(untitled draft)")}
      parent={{ to: `/registers/${pack.programme}/${register.name}`, name: t(register.label) }}
      status={<State register={register} state={entry.state} />}
      lead={t(pack.title)}
      actions={
        !amending &&
        !past &&
        !draft && <EntryActs entry={entry} pack={pack} register={register} amend={() => setAmending(true)} />
      }
    >
      {past && <Alert className="gap" type="info" showIcon title={t(`以下为 ${past} 当日的情况。`, `As it was on ${past}.`)} />}
      <OverdueAlerts overdue={entry.overdue} />
      <Flags flags={entry.flags} />
      <div className="columns">
        <div>
          {entry.may.file && !past ? (
            <EditEntry key={entry.id} start={start} reload={reload} pack={pack} register={register} />
          ) : amending ? (
            <AmendEntry start={start} pack={pack} register={register} close={() => setAmending(false)} />
          ) : (
            <ReadEntry entry={entry} pack={pack} register={register} />
          )}
          {!draft && (
            <>
              <Balances entry={entry} register={register} />
              <LinkedEntries about={entry.id} pack={pack} registers={registersAbout(pack.registers, register.name)} on={past} />
              <NamedBy entry={entry} pack={pack} />
              {register.matches.length > 0 && <Matches entry={entry} pack={pack} register={register} />}
            </>
          )}
        </div>
        <aside>
          <EntryFacts entry={entry} register={register} />
          {!draft && <EntryHistory entry={entry} pack={pack} register={register} />}
        </aside>
      </div>
    </Page>
  );
}
