using System.Text.Json.Nodes;

namespace Demo;

/// <summary>What goes to the bank and comes back: run files, its answers, the day's statement, the account that a body is paid to.</summary>
internal sealed class Banking(Stage stage)
{
    private const string Runs = "/api/funding/payment-runs";
    private const string Maker = "zs-maker";
    private const string Approver = "zs-approver";

    private readonly Platform platform = stage.Platform;

    /// <summary>The bank.</summary>
    public Bank Bank { get; } = new();

    /// <summary>Approved payments are gathered by one, sealed by another, and leave as a file; the run.</summary>
    public async Task<string> SendAsync(int year, IReadOnlyList<Guid> payments)
    {
        var gathered = await platform.PostAsync(Maker, Runs, new { programme = FiveYears.Programme, fiscalYear = year, paymentIds = payments });
        var sealedRun = (await platform.PostAsync(Approver, $"{Runs}/{Stage.Id(gathered["run"]!)}/seal", new { }))["run"]!;
        var (total, checksum) = (Stage.Yuan(sealedRun["totalFen"]!.GetValue<long>()), sealedRun["checksum"]!.GetValue<string>()[..8]);
        stage.Tell.Done(
            $"支付批次{payments.Count}笔{total}元封存（校验值{checksum}…），导出银行文件",
            $"a run of {payments.Count} payments, {total} yuan, is sealed (checksum {checksum}…) and leaves as the bank's file");
        return Stage.Id(sealedRun);
    }

    /// <summary>The bank's answers come back in its file, all lines or none.</summary>
    public async Task AnswerAsync(string run, IReadOnlyDictionary<Guid, BankAnswer> answers)
    {
        var file = Bank.Answer(await platform.DownloadAsync(Maker, $"{Runs}/{run}/file?format=csv"), answers);
        await UploadAsync(file);
        var again = await UploadAsync(file);
        foreach (var (outcome, count) in answers.Values.CountBy(answer => answer.Outcome))
        {
            stage.Tell.Done($"银行回单文件导入：{outcome}{count}笔", $"the bank's file is taken in: {count} {En(outcome)}");
        }

        stage.Tell.Done($"同一文件再次导入，新增{again["news"]}项", $"the same file once more: {again["news"]} news");

        Task<JsonNode> UploadAsync(byte[] content) => platform.UploadAsync(Maker, $"{Runs}/{run}/result-file", $"回单{run[^6..]}.csv", "text/csv", content);
    }

    /// <summary>A run whose payments the bank all pays at once.</summary>
    public async Task PayAllAsync(DateOnly day, IReadOnlyList<Guid> payments, int first)
    {
        var run = await SendAsync(day.Year, payments);
        await AnswerAsync(run, payments.Select((payment, i) => (payment, i)).ToDictionary(p => p.payment, p => new BankAnswer(BankAnswer.Paid, day, $"ZS{day.Year}{first + p.i:0000}")));
    }

    /// <summary>The day's statement against the books, to the fen; what differs is explained by another person than who took it in.</summary>
    public async Task ReconcileAsync(DateOnly day, string? explanation = null)
    {
        var reconciled = await platform.UploadAsync(
            Maker, $"/api/funding/reconciliations?day={Stage.Iso(day)}", $"对账单{Stage.Iso(day)}.csv", "text/csv", Bank.Statement(day));
        var (entries, differences) = (reconciled["reconciliation"]!["entries"], reconciled["differences"]!.AsArray());
        stage.Tell.Done($"{Stage.Iso(day)}银行对账：流水{entries}笔，差异{differences.Count}项", $"the bank's statement of {Stage.Iso(day)}: {entries} movements, {differences.Count} differ");
        foreach (var difference in differences)
        {
            var (name, fen) = (difference!["name"], Stage.Yuan((difference["bankFen"] ?? difference["bookedFen"])!.GetValue<long>()));
            if (explanation is null)
            {
                stage.Tell.Done($"差异待查：{name}，{fen}元", $"a difference that waits for its reason: {name}, {fen} yuan");
                continue;
            }

            await platform.PostAsync(Approver, $"/api/funding/differences/{Stage.Id(difference)}/explain", new { explanation });
            stage.Tell.Done($"差异{name}，{fen}元：{explanation}", $"the difference is explained by another person: {name}, {fen} yuan");
        }
    }

    /// <summary>A body's account is changed by two persons.</summary>
    public async Task ChangeAccountAsync(Body body, string number, string bank, string reason)
    {
        var change = await platform.PostAsync(
            Maker, "/api/funding/payee-accounts", new { institutionId = stage.Facts.Institutions[body], name = body.Name, number, bank, reason });
        await platform.PostAsync(Approver, $"/api/funding/payee-accounts/{Stage.Id(change)}/confirm", new { });
        stage.Tell.Done($"{body.ProjectName}收款账户变更，经办提出、复核确认", $"{body.En}'s account is changed by two persons");
    }

    private static string En(string outcome) => outcome switch
    {
        BankAnswer.Paid => "paid",
        BankAnswer.Failed => "failed",
        _ => "returned",
    };
}
