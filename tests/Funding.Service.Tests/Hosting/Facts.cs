using Contracts.Registry;
using Funding.Accounts;
using Funding.Advances;
using Funding.Appropriations;
using Funding.Grants;
using Funding.Packs;
using Funding.Payments;

namespace Funding.Tests.Hosting;

/// <summary>Rows as decisions see them, for tests that need no service.</summary>
internal static class Facts
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    public static PaymentRules Rules(DateOnly? today = null, string? text = null) =>
        new(text is null ? Hosting.Rules.Zhoushan : Hosting.Rules.Pack(text), today ?? Today);

    public static Signature By(string subject) => new() { Subject = subject, Name = subject, At = new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc) };

    public static FundingAccount Account(params int[] yearsUsed)
    {
        var id = Guid.CreateVersion7();
        return new FundingAccount
        {
            InstitutionId = id,
            Programme = Hosting.Rules.Programme,
            Jurisdiction = "zhoushan",
            District = "dinghai",
            Name = "某中心",
            Category = "ships",
            ImplementingBodyCode = "913309000000000001",
            ImplementingBodyName = "某公司",
            CoBuilt = true,
            Standing = Standings.UnderConstruction,
            StandingSince = Today,
            DecisionNumber = "1号",
            Years = [.. yearsUsed.Select(y => new FundedYear { InstitutionId = id, Programme = Hosting.Rules.Programme, FiscalYear = y, LiveAdvances = 1, CommittedFen = 100, PaidFen = 100 })],
        };
    }

    public static Appropriation Appropriation(int fiscalYear = 2026, long amountFen = 300_000_000, long committedFen = 0) => new()
    {
        Id = Guid.CreateVersion7(),
        Jurisdiction = "zhoushan",
        Programme = Hosting.Rules.Programme,
        FiscalYear = fiscalYear,
        CapFen = 300_000_000,
        OpenedFen = amountFen,
        AmountFen = amountFen,
        CommittedFen = committedFen,
        DocumentNumber = "1号",
        DocumentDate = Today,
        FunctionalSubject = "2060404",
        Status = AppropriationStatus.Open,
        Proposed = By("maker"),
        Approved = By("approver"),
        Sheet = "",
    };

    public static Grant Grant(long amountFen = 100) => new()
    {
        Id = Guid.CreateVersion7(),
        AppropriationId = Guid.CreateVersion7(),
        Jurisdiction = "zhoushan",
        Programme = Hosting.Rules.Programme,
        FiscalYear = 2026,
        AmountFen = amountFen,
        DueFen = amountFen,
        Award = "reward",
        BeneficiaryName = "某公司",
        BeneficiaryCode = "913309000000000001",
        SourceId = Guid.CreateVersion7(),
        DecisionNumber = "8号",
        PayeeName = "某公司",
        PayeeAccount = "3309020104000123",
        Proposed = By("grant-maker"),
    };

    public static Advance Advance(
        FundingAccount? account = null, Appropriation? appropriation = null, long amountFen = 100, PaymentStatus status = PaymentStatus.Proposed, int fiscalYear = 2026) => new()
    {
        Id = Guid.CreateVersion7(),
        InstitutionId = account?.InstitutionId ?? Guid.CreateVersion7(),
        AppropriationId = appropriation?.Id ?? Guid.CreateVersion7(),
        Jurisdiction = "zhoushan",
        Programme = Hosting.Rules.Programme,
        FiscalYear = fiscalYear,
        AmountFen = amountFen,
        Purpose = "建设",
        AllotmentNumber = "6号",
        AllottedOn = Today,
        PayeeName = "某公司",
        PayeeAccount = "3309020104000123",
        Status = status,
        Proposed = By("maker"),
        ExportedOn = status is PaymentStatus.Exported or PaymentStatus.Paid ? Today : null,
        PaidOn = status == PaymentStatus.Paid ? Today : null,
    };
}
