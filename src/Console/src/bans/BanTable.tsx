import { Table } from "antd";
import { Link } from "react-router";
import type { Ban } from "../api/types";
import { useText } from "../shell/text";
import { useBanColumns } from "./banColumns";

export function BanTable({ bans }: { bans: Ban[] }) {
  const { t } = useText();
  const columns = useBanColumns();
  return (
    <>
      <Table<Ban> size="small" rowKey="id" pagination={false} scroll={{ x: "max-content" }} dataSource={bans} columns={columns} />
      <p>
        <Link to="/bans">{t("禁止申报名单", "All bans")}</Link>
      </p>
    </>
  );
}
