using Policies;
using Policies.Loading;
using Registry.Registers;
using Shouldly;
using Registry.Tests.Hosting;
using Xunit;

namespace Registry.Tests.Registers;

/// <summary>What is told of entries that a pack counts, and when it is told anew.</summary>
public sealed class TellCountedTests
{
    private static readonly string Carriers = File.ReadAllText(Path.Combine(Repository.PoliciesFolder, "ezhou-incubation-carriers", "2024-02-13.yaml"));

    [Fact]
    public void A_new_version_of_a_pack_tells_anew_of_those_registers_alone_that_it_counts_in_another_way()
    {
        var (pack, raised, dropped) = (Load(Carriers), Load(Replaced("count: 100000,", "count: 120000,")), Load(Replaced("known: { register: activities, during: heldOn }, ", "")));

        raised.Hash.ShouldNotBe(pack.Hash);
        foreach (var register in pack.Registers.Select(register => register.Name))
        {
            TellCounted.CountedBy(raised, register).ShouldBe(TellCounted.CountedBy(pack, register), register);
            (TellCounted.CountedBy(dropped, register) == TellCounted.CountedBy(pack, register)).ShouldBe(register != "activities", register);
        }

        (TellCounted.CountedBy(pack, "activities"), TellCounted.CountedBy(dropped, "activities"), TellCounted.CountedBy(pack, "facilities")?.Length).ShouldBe((TellCounted.CountedBy(pack, "activities"), null, null));
        TellCounted.CountedBy(pack, "passages")!.Length.ShouldBe(64);
    }

    [Fact]
    public void The_day_of_a_landing_is_the_last_that_was_reported()
    {
        var pack = Load(File.ReadAllText(Path.Combine(Repository.PoliciesFolder, "ezhou-offshore-institutions", "2025-01-01.yaml")));
        var entry = new RegisterEntry
        {
            Programme = pack.Programme,
            Jurisdiction = pack.Jurisdiction,
            Register = "landed-projects",
            AboutInstitutionId = Guid.CreateVersion7(),
            State = "landed",
            From = new DateOnly(2025, 1, 10),
            Answers = """{ "projectName": "甲", "since": "2025-01-10" }""",
            StartedOn = new DateOnly(2025, 1, 10),
            StartedBySubject = "own",
            Steps = [Step(1, "draft", "tracked"), Step(4, "reported", "landed"), Step(3, "tracked", "reported", "2025-12-31"), Step(2, "tracked", "reported", "2025-07-01")],
        };

        var told = TellCounted.Event(entry, pack).ShouldNotBeNull();

        told.Answers.ShouldHaveSingleItem().Text.ShouldBe("2025-12-31");
        (told.InstitutionId, told.AboutEntryId).ShouldBe((entry.AboutInstitutionId, null));
    }

    private static RegisterStepTaken Step(int number, string from, string to, string? landedOn = null) => new()
    {
        Number = number,
        Act = EntryAct.Moved,
        FromState = from,
        ToState = to,
        At = default,
        On = new DateOnly(2026, 1, number),
        ActorSubject = "own",
        ActorName = "甲",
        ActorRole = "operator",
        Clause = "EO-16",
        PolicyHash = "",
        StepAnswers = landedOn is null ? null : $$"""{ "landedOn": "{{landedOn}}", "investmentFen": 100 }""",
    };

    private static string Replaced(string old, string @new)
    {
        Carriers.ShouldContain(old);
        return Carriers.Replace(old, @new, StringComparison.Ordinal);
    }

    private static PolicyPack Load(string content)
    {
        PackLoader.Load(content, "pack").Accepted(out var pack, out var refusal).ShouldBeTrue(refusal?.En);
        return pack!;
    }
}
