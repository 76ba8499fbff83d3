using Contracts.Registry;
using Funding;
using Funding.Accounts;
using Funding.Advances;
using Funding.Appropriations;
using Funding.Data;
using Funding.Payments;
using Funding.Settlements;
using Microsoft.EntityFrameworkCore;
using Policies;
using Policies.Loading;

namespace Bench;

/// <summary>Fills Funding with bodies whose year is paid and reviewed, the grades in turn, and opens a run for them.</summary>
internal static class FillFunding
{
    /// <summary>The programme that the service settles.</summary>
    public const string Settled = "zhoushan-innovation-centres";

    /// <summary>The programme that bare statements settle.</summary>
    public const string Bare = "bare-statements";

    private const int AtOnce = 2_000;
    private const int Year = 2025;
    private static readonly DateOnly Day = new(2025, 12, 1);
    private static readonly string[] Grades = ["excellent", "good", "pass", "fail"];

    /// <summary>Zhoushan's pack, for either programme.</summary>
    public static void AddPacks(PackLibrary library)
    {
        var text = File.ReadAllText(Path.Combine(PoliciesFolder(), Settled, "2025-10-21.yaml"));
        foreach (var programme in (string[])[Settled, Bare])
        {
            library.Add(PackLoader.Load(text.Replace($"programme: {Settled}", $"programme: {programme}", StringComparison.Ordinal), programme)
                .Accepted(out var pack, out var refusal) ? pack : throw new PolicyException(refusal));
        }
    }

    /// <summary>Fills, and tells the run.</summary>
    public static async Task<Guid> RunAsync(FundingDb db, string programme, int bodies)
    {
        var appropriation = Appropriation(programme, bodies);
        var run = new SettlementRun { Id = Guid.CreateVersion7(), Jurisdiction = "zhoushan", Programme = programme, FiscalYear = Year, Bodies = bodies, Opened = By("maker") };
        db.Add(appropriation);
        db.Add(run);
        await db.SaveChangesAsync();
        for (var from = 0; from < bodies; from += AtOnce)
        {
            db.ChangeTracker.Clear();
            for (var n = from; n < Math.Min(bodies, from + AtOnce); n++)
            {
                Body(db, appropriation, n);
            }

            await db.SaveChangesAsync();
        }

        db.ChangeTracker.Clear();
        return run.Id;
    }

    public static Signature By(string subject) => new() { Subject = subject, Name = subject, At = DateTime.UnixEpoch };

    private static Appropriation Appropriation(string programme, int bodies) => new()
    {
        Id = Guid.CreateVersion7(),
        Jurisdiction = "zhoushan",
        Programme = programme,
        FiscalYear = Year,
        CapFen = 300_000_000,
        OpenedFen = 300_000_000,
        AmountFen = 300_000_000,
        FunctionalSubject = "2060404",
        CommittedFen = bodies * 1_001L,
        DocumentNumber = "1号",
        DocumentDate = Day,
        Status = AppropriationStatus.Open,
        Proposed = By("maker"),
        Approved = By("approver"),
        Sheet = "{}",
    };

    private static void Body(FundingDb db, Appropriation appropriation, int n)
    {
        var id = Guid.CreateVersion7();
        db.Add(new FundingAccount
        {
            InstitutionId = id,
            Programme = appropriation.Programme,
            Jurisdiction = "zhoushan",
            District = "dinghai",
            Name = $"舟山某某创新中心{n}",
            Category = "ships",
            ImplementingBodyCode = "913309000000000001",
            ImplementingBodyName = "舟山某科技有限公司",
            CoBuilt = true,
            Standing = Standings.Recognised,
            StandingSince = Day,
            RecognisedOn = Day,
            DecisionNumber = "1号",
            Years = [new FundedYear { InstitutionId = id, Programme = appropriation.Programme, FiscalYear = Year, LiveAdvances = 1, CommittedFen = 1_001, PaidFen = 1_001 }],
        });
        db.Add(new Advance
        {
            Id = Guid.CreateVersion7(),
            InstitutionId = id,
            AppropriationId = appropriation.Id,
            Jurisdiction = "zhoushan",
            Programme = appropriation.Programme,
            FiscalYear = Year,
            AmountFen = 1_001,
            Purpose = "建设与运行",
            AllotmentNumber = "6号",
            AllottedOn = Day,
            PayeeName = "舟山某科技有限公司",
            PayeeAccount = "3309020104000123",
            Status = PaymentStatus.Paid,
            Proposed = By("maker"),
            Approved = By("approver"),
            PaidOn = Day,
        });
        db.Add(new PublishedResult
        {
            InstitutionId = id,
            FiscalYear = Year,
            Jurisdiction = "zhoushan",
            Programme = appropriation.Programme,
            ReviewId = Guid.CreateVersion7(),
            ReviewVersion = 1,
            Grade = Grades[n % Grades.Length],
            PublishedOn = Day,
            DocumentNumber = "舟科评〔2026〕1号",
        });
    }

    private static string PoliciesFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "policies")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("There is no folder policies above the program.");
        }

        return Path.Combine(folder, "policies");
    }
}
