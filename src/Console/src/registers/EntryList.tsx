import { DownloadOutlined } from "@ant-design/icons";
import { Button, Dropdown, Tag } from "antd";
import { Link, useParams, useSearchParams } from "react-router";
import { type EntryRow, registers } from "../api/registers";
import type { Pack, Register } from "../api/types";
import { Cited } from "../shared/Clause";
import { FilterTable } from "../shared/FilterTable";
import { Loaded } from "../shared/Loaded";
import { Page } from "../shared/Page";
import { LinkName } from "../shared/packForm/LinkName";
import { usePack } from "../shared/programmes";
import { NotFound } from "../shell/NotFound";
import { useText } from "../shell/text";
import { entryAddress, entryColumns } from "./entryColumns";
import { entryFilters } from "./entryFilters";
import { StartEntry } from "./StartEntry";

export function EntryList() {
  const { programme = "", register = "" } = useParams();
  const pack = usePack(programme);
  return (
    <Loaded query={pack}>
      {(value) => {
        const found = value.registers.find((one) => one.name === register);
        return found ? <Entries key={found.name} pack={value} register={found} /> : <NotFound />;
      }}
    </Loaded>
  );
}

function Entries({ pack, register }: { pack: Pack; register: Register }) {
  const { t, language } = useText();
  const { programme, categories } = pack;
  const [address, setAddress] = useSearchParams();
  const about = address.get("about") ?? undefined;
  return (
    <Page
      title={t(register.label)}
      parent={{ to: "/registers", name: t("登记册", "Registers") }}
      status={<Cited citation={register.citation} />}
      lead={t(pack.title)}
      actions={
        <>
          <Export programme={programme} register={register} />
          {register.public && <Link to={`/public/registers/${programme}/${register.name}`}>{t("公开页面", "Public page")}</Link>}
          <StartEntry pack={pack} register={register} />
        </>
      }
    >
      {about && register.about && (
        <Tag
          closable
          onClose={() =>
            setAddress((now) => {
              const next = new URLSearchParams(now);
              next.delete("about");
              next.delete("after");
              return next;
            })
          }
        >
          {t("关于：", "About: ")}
          <LinkName of={register.about} id={about} />
        </Tag>
      )}
      <FilterTable<EntryRow>
        key={register.name}
        of={`entries ${programme} ${register.name}`}
        fetchPage={(query) => registers.entries(programme, register.name, query)}
        rowKey="id"
        emptyText={t("没有符合条件的条目", "No entries match")}
        filters={entryFilters(register, pack, t)}
        fixed={{ about }}
        columns={entryColumns(register, { t, language, categories }, entryAddress)}
      />
    </Page>
  );
}

/** All that the filters choose, as a file. */
function Export({ programme, register }: { programme: string; register: Register }) {
  const { t } = useText();
  const [address] = useSearchParams();
  const query = new URLSearchParams(address);
  query.delete("after");
  const file = (format: "csv" | "xlsx") => (
    <a href={registers.exportAddress(programme, register.name, query, format)} download>
      {format === "xlsx" ? t("Excel 工作簿", "Excel workbook") : t("CSV 文件", "CSV file")}
    </a>
  );
  return (
    <Dropdown
      menu={{
        items: [
          { key: "xlsx", label: file("xlsx") },
          { key: "csv", label: file("csv") },
        ],
      }}
    >
      <Button icon={<DownloadOutlined />}>{t("导出", "Export")}</Button>
    </Dropdown>
  );
}
