namespace Funding.BureauTables;

/// <summary>The columns of each kind of table, with what bureaus call them.</summary>
internal static class TableColumns
{
    public const string Body = "body";
    public const string Code = "code";
    public const string Year = "year";
    public const string Amount = "amount";
    public const string PaidOn = "paidOn";
    public const string AllottedOn = "allottedOn";
    public const string Document = "document";
    public const string Outcome = "outcome";
    public const string Grade = "grade";
    public const string Entitled = "entitled";
    public const string Claimed = "claimed";
    public const string Received = "received";
    public const string ReceivedOn = "receivedOn";
    public const string RecognisedOn = "recognisedOn";
    public const string Number = "number";
    public const string Seller = "seller";
    public const string SellerCode = "sellerCode";
    public const string IssuedOn = "issuedOn";
    public const string Standing = "standing";
    public const string Since = "since";
    public const string Bought = "bought";
    public const string Contract = "contract";

    private static readonly TableColumn BodyColumn = new(
        Body, "单位名称", "Body", CellKind.Text, true, "单位", "机构", "机构名称", "中心", "中心名称", "项目单位", "承担单位", "实施主体", "企业名称", "补助单位", "收款单位", "名称");

    private static readonly TableColumn CodeColumn = new(
        Code, "统一社会信用代码", "Social credit code", CellKind.Text, false, "信用代码", "社会信用代码", "机构代码", "组织机构代码", "单位代码");

    private static readonly TableColumn GradeColumn = new(
        Grade, "考核等次", "Grade", CellKind.Grade, false, "等次", "评价等次", "评价结果", "考核结果", "绩效等次", "绩效评价结果", "绩效考核结果", "等级");

    private static readonly TableColumn EntitledColumn = new(
        Entitled, "应补助金额", "Entitled amount", CellKind.Amount, false, "实际应补助金额", "核定补助金额", "核定金额", "应补金额");

    private static readonly TableColumn ReceivedColumn = new(
        Received, "已收回金额", "Received back", CellKind.Amount, false, "收回金额", "已收回", "已缴回", "缴回金额", "退回金额", "已追缴金额", "到账金额");

    private static readonly TableColumn DocumentColumn = new(Document, "文号", "Document", CellKind.Text, false, "下达文号", "文件号", "指标文号", "依据文件", "文件文号");

    private static readonly Dictionary<TableKind, IReadOnlyList<TableColumn>> Columns = new()
    {
        [TableKind.Payments] =
        [
            BodyColumn,
            CodeColumn,
            YearColumn(required: false),
            new(Amount, "拨付金额", "Amount paid", CellKind.Amount, true, "金额", "补助金额", "拨款金额", "拨付资金", "下达金额", "支付金额", "先行拨付金额", "资金额度"),
            new(PaidOn, "拨付日期", "Paid on", CellKind.Day, false, "拨款日期", "支付日期", "到账日期", "拨付时间", "拨款时间", "日期"),
            new(AllottedOn, "下达日期", "Allotted on", CellKind.Day, false, "资金下达日期", "下达时间", "文件日期", "发文日期"),
            DocumentColumn,
            new(Outcome, "支付状态", "Outcome", CellKind.Outcome, false, "状态", "支付结果", "拨付状态"),
            GradeColumn,
            EntitledColumn,
            ReceivedColumn,
            new(RecognisedOn, "认定日期", "Recognised on", CellKind.Day, false, "认定时间"),
        ],
        [TableKind.Reviews] = [BodyColumn, CodeColumn, YearColumn(required: true), GradeColumn, EntitledColumn, DocumentColumn],
        [TableKind.Recoveries] =
        [
            BodyColumn,
            CodeColumn,
            YearColumn(required: true),
            new(Claimed, "追缴金额", "Claimed back", CellKind.Amount, false, "应追缴金额", "追缴通知金额", "通知追缴金额", "应收回金额"),
            ReceivedColumn,
            new(ReceivedOn, "收回日期", "Received on", CellKind.Day, false, "缴款日期", "到账日期", "缴回日期"),
            new(Document, "缴款书号", "Receipt number", CellKind.Text, false, "缴款书编号", "缴款书", "回单号", "凭证号", "文号"),
        ],
        [TableKind.Invoices] =
        [
            BodyColumn,
            CodeColumn,
            YearColumn(required: false),
            new(Number, "发票号码", "Invoice number", CellKind.Text, true, "票据号码", "发票号", "票号", "凭证号", "合同编号", "票据号"),
            new(Seller, "销售方", "Seller", CellKind.Text, true, "销售方名称", "开票单位", "开票方", "供应商", "销方名称", "收款方"),
            new(SellerCode, "销售方税号", "Seller's code", CellKind.Text, false, "销售方代码", "销方税号", "销售方统一社会信用代码"),
            new(Amount, "票面金额", "Amount", CellKind.Amount, true, "金额", "发票金额", "价税合计", "支出金额"),
            new(IssuedOn, "开票日期", "Issued on", CellKind.Day, false, "票据日期", "日期", "支出日期"),
        ],
        [TableKind.Claims] =
        [
            BodyColumn,
            CodeColumn,
            YearColumn(required: false),
            new(Amount, "补助金额", "Subsidy", CellKind.Amount, true, "金额", "补贴金额", "核定补助", "核定补助金额", "兑付金额", "奖补金额"),
            new(PaidOn, "补助日期", "Paid on", CellKind.Day, false, "兑付日期", "拨付日期", "支付日期", "到账日期", "日期"),
            new(Contract, "技术合同编号", "Contract", CellKind.Text, false, "合同编号", "合同登记编号", "技术合同登记编号", "合同号"),
            new(Bought, "实际支付额", "Actually paid for it", CellKind.Amount, false, "实际支付金额", "技术合同实际支付额", "合同实际支付额", "技术交易额", "购买金额"),
            DocumentColumn,
            new(Outcome, "支付状态", "Outcome", CellKind.Outcome, false, "状态", "支付结果", "拨付状态"),
        ],
        [TableKind.Standings] =
        [
            BodyColumn,
            CodeColumn,
            new(Standing, "状态", "Standing", CellKind.Standing, true, "事项", "处理结果", "认定状态", "机构状态", "处理决定"),
            new(Since, "生效日期", "Since", CellKind.Day, true, "日期", "决定日期", "公布日期", "状态日期", "认定日期", "处理日期"),
            DocumentColumn,
        ],
    };

    private static readonly Dictionary<TableKind, string[]> SheetNames = new()
    {
        [TableKind.Payments] = ["拨付", "拨款", "支付", "补助", "台账"],
        [TableKind.Reviews] = ["考核", "评价", "绩效"],
        [TableKind.Recoveries] = ["追缴", "收回", "缴回", "退款"],
        [TableKind.Invoices] = ["发票", "票据", "支出", "凭证"],
        [TableKind.Claims] = ["申领", "购买", "成果", "技术合同"],
        [TableKind.Standings] = ["认定", "摘牌", "状态", "处理", "资格"],
    };

    /// <summary>The columns of a kind of table.</summary>
    public static IReadOnlyList<TableColumn> Of(TableKind kind) => Columns[kind];

    /// <summary>Whether a sheet's name speaks of this kind.</summary>
    public static bool IsNamed(TableKind kind, string sheet) => SheetNames[kind].Any(word => sheet.Contains(word, StringComparison.Ordinal));

    /// <summary>What a table of a kind still lacks to be read: required columns, and one of those of which any will do.</summary>
    public static IReadOnlyList<TableColumn> Lacking(TableKind kind, IReadOnlyCollection<string> given)
    {
        var lacking = Of(kind).Where(column => column.Required && !given.Contains(column.Key)).ToList();
        string[] any = kind switch
        {
            TableKind.Payments => [Year, PaidOn, AllottedOn],
            TableKind.Reviews => [Grade, Entitled],
            TableKind.Recoveries => [Claimed, Received],
            TableKind.Claims => [Year, PaidOn],
            _ => [],
        };
        if (any.Length > 0 && !any.Any(given.Contains))
        {
            lacking.Add(Of(kind).First(column => column.Key == any[0]));
        }

        return lacking;
    }

    private static TableColumn YearColumn(bool required) =>
        new(Year, "年度", "Fiscal year", CellKind.Year, required, "预算年度", "补助年度", "资金年度", "财政年度", "考核年度", "年份", "所属年度");
}
