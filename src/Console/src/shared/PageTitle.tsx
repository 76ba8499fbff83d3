import { useText } from "../shell/text";

/** The tab's title; React puts it into the document's head. */
export function PageTitle({ text }: { text: string }) {
  const { t } = useText();
  return <title>{`${text} · ${t("科创资金监管平台", "Innovation Funds Platform")}`}</title>;
}
