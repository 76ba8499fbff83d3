import { PaperClipOutlined } from "@ant-design/icons";
import { Table, type TableColumnType } from "antd";
import { type ClaimFile, type ClaimProof, claims } from "../api/claims";
import { Money } from "../shared/Money";
import { useText } from "../shell/text";

type ProofTableProps = { proofs: ClaimProof[]; files: ClaimFile[]; finding?: TableColumnType<ClaimProof> };

/** The payments or invoices of a claim, each with the files that prove it. */
export function ProofTable({ proofs, files, finding }: ProofTableProps) {
  const { t } = useText();
  return (
    <Table<ClaimProof>
      rowKey="id"
      size="small"
      pagination={false}
      dataSource={proofs}
      columns={[
        { title: "#", dataIndex: "position" },
        { title: t("发票号码", "Invoice"), dataIndex: "number" },
        { title: t("销售方", "Seller"), dataIndex: "sellerName" },
        { title: t("日期", "Day"), dataIndex: "day" },
        { title: t("金额（元）", "Amount (yuan)"), className: "amount", render: (_, row) => <Money fen={row.amountFen} /> },
        {
          title: t("凭证", "Evidence"),
          render: (_, row) =>
            files
              .filter((one) => one.proofNumber === row.number)
              .map(({ file }) => (
                <a key={file.id} className="file" href={claims.fileAddress(file.id)} download={file.fileName}>
                  <PaperClipOutlined /> {file.fileName}
                </a>
              )),
        },
        finding ?? {
          title: t("核定", "Finding"),
          render: (_, row) =>
            row.accepted === null
              ? "—"
              : row.accepted
                ? t("认可", "Accepted")
                : t(`不予认可：${row.reason}`, `Not accepted: ${row.reason}`),
        },
      ]}
    />
  );
}
