import { useMutation } from "@tanstack/react-query";
import { App, Button, Tooltip } from "antd";
import { useSearchParams } from "react-router";
import { funding } from "../api/funding";
import type { Payment } from "../api/types";
import { useProgrammes } from "../shared/programmes";
import { useText } from "../shell/text";
import { mostOfRun } from "./picking";

type PickAllProps = {
  query: Record<string, string>;
  /** The first one ticked, which says of what programme and year the run is. */
  first: Payment | undefined;
  picked: number;
  pick: (found: Payment[]) => void;
  clear: () => void;
};

/** Ticks all that the filters leave, on every page, up to what a run holds; and takes every tick away. */
export function PickAll({ query, first, picked, pick, clear }: PickAllProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const [address] = useSearchParams();
  const { options } = useProgrammes();
  const only = options.length === 1 ? options[0]?.value : undefined;
  const programme = address.get("programme") ?? first?.programme ?? only;
  const year = address.get("year") ?? first?.fiscalYear.toString();
  const all = useMutation({
    mutationFn: () =>
      funding.payments({ ...query, programme, year, name: address.get("name") ?? undefined, limit: String(mostOfRun) }),
    onSuccess: ({ items, next }) => {
      pick(items);
      if (next) {
        message.info(
          t(
            `符合条件的超过 ${mostOfRun} 笔，已选最近提出的 ${mostOfRun} 笔，其余另行组批。`,
            `More than ${mostOfRun} match; the latest ${mostOfRun} are chosen, the others go into another run.`,
          ),
        );
      }
    },
    onError: () => message.error(t("未能读取，请重试。", "They could not be read; try again.")),
  });
  const ready = !!programme && !!year;
  return (
    <>
      {picked > 0 && (
        <Button type="link" onClick={clear}>
          {t("清除选择", "Clear")}
        </Button>
      )}
      <Tooltip title={ready ? undefined : t("先选定项目和年度", "Choose the programme and the year first")}>
        <Button disabled={!ready} loading={all.isPending} onClick={() => all.mutate()}>
          {t("选中全部符合条件的", "Choose all that match")}
        </Button>
      </Tooltip>
    </>
  );
}
