namespace Funding.CaseFiles;

/// <summary>What somebody reads who unpacks a case file without knowing it.</summary>
internal static class CaseFileReadMe
{
    public const string Text = """
        资金台账审计卷宗
        ================
        本卷宗可脱离平台核验：VerifyCaseFile <本文件.zip> --key <局方公布的公钥.pem>

        ledger/chain.ndjson        台账链：每行一环，附本范围内的分录；其他单位的分录只给摘要值
        ledger/heads.ndjson        每日链首及其签名（ECDSA P-256）
        ledger/balances.ndjson     各项目、年度、机构的科目余额（分）
        ledger/verification.json   平台出具卷宗时的自检结果
        records/                   各项决定及其计算书，每表一个文件
        documents/                 附件；文件名为编号，原名和哈希值见 records/document.ndjson
        packs/、calendars/         决定所依据的政策包和工作日历，文件名含其 SHA-256
        manifest.json、.sig        全部文件的 SHA-256 清单及其签名
        ledger-key.pub.pem         公钥；请与局方另行公布的指纹核对

        Case file of a funding ledger
        =============================
        It is verified without the platform: VerifyCaseFile <this file.zip> --key <public key, as the bureau publishes it.pem>

        ledger/chain.ndjson        the chain, a link a line, with the postings of this scope; of others there is the digest only
        ledger/heads.ndjson        the signed head of each day (ECDSA P-256)
        ledger/balances.ndjson     balances by programme, year, institution and account, in fen
        ledger/verification.json   what the platform's own check said when this was made
        records/                   decisions with their calculation sheets, a file for each table
        documents/                 attachments by key; their names and hashes are in records/document.ndjson
        packs/, calendars/         what the decisions rest on, named by SHA-256
        manifest.json, .sig        the SHA-256 of every file, and its signature
        ledger-key.pub.pem         the public key; compare it with the fingerprint that the bureau publishes elsewhere

        """;
}
