using Policies.Loading;
using Shouldly;
using Xunit;

namespace Policies.Tests;

public sealed class PackLibraryTests
{
    private const string Programme = "zhoushan-innovation-centres";
    private static readonly PolicyPack First = Repository.Zhoushan;

    [Fact]
    public void The_version_in_force_is_the_latest_that_has_begun()
    {
        var library = Library(First, Changed("from: 2025-10-21\n\n", "from: 2027-01-01\n\n"));
        library.InForce(Programme, new DateOnly(2025, 10, 21)).ShouldBeAccepted().ShouldBe(First);
        library.InForce(Programme, new DateOnly(2026, 12, 31)).ShouldBeAccepted().ShouldBe(First);
        library.InForce(Programme, new DateOnly(2027, 1, 1)).ShouldBeAccepted().From.ShouldBe(new DateOnly(2027, 1, 1));
        library.InForce(Programme, new DateOnly(2025, 10, 20)).ShouldBeRefused("policy-unknown");
        library.InForce("elsewhere", new DateOnly(2026, 1, 1)).ShouldBeRefused("policy-unknown");
    }

    [Fact]
    public void An_ended_plan_takes_nothing_new_and_runs_on()
    {
        var library = Library(Changed("from: 2025-10-21\n\n", "from: 2025-10-21\nuntil: 2027-12-31\n\n"));
        library.InForce(Programme, new DateOnly(2027, 12, 31)).ShouldBeAccepted();
        library.InForce(Programme, new DateOnly(2028, 1, 1)).ShouldBeRefused("policy-ended").Clause.ShouldBe("P-6");
        library.Ruling(Programme, new DateOnly(2028, 1, 1)).ShouldNotBeNull();
    }

    [Fact]
    public void A_draft_is_without_effect() =>
        Library(Changed("status: in-force", "status: draft")).InForce(Programme, new DateOnly(2026, 1, 1)).ShouldBeRefused("policy-draft");

    [Fact]
    public void A_pack_is_found_by_its_hash_and_added_once()
    {
        var library = Library(First);
        library.Add(First).ShouldBeAccepted();
        library.Packs.ShouldHaveSingleItem();
        library.ByHash(First.Hash).ShouldBe(First);
        library.ByHash("0").ShouldBeNull();
    }

    [Fact]
    public void Two_contents_for_the_same_day_are_refused() =>
        Library(First).Add(Changed("status: in-force", "status: in-force # changed")).ShouldBeRefused("pack-overlaps");

    [Fact]
    public void Packs_added_from_many_threads_are_all_kept()
    {
        var library = new PackLibrary();
        var packs = Enumerable.Range(1, 40).Select(day => Changed("from: 2025-10-21\n\n", $"from: {new DateOnly(2026, 1, 1).AddDays(day):yyyy-MM-dd}\n\n")).ToList();
        Parallel.ForEach(packs, pack => library.Add(pack).ShouldBeAccepted());
        library.Packs.Select(p => p.Hash).ShouldBe(packs.Select(p => p.Hash));
    }

    [Fact]
    public void The_repositorys_own_folder_loads() =>
        PackLibrary.FromFolder(Repository.PoliciesFolder).InForce(Programme, new DateOnly(2026, 1, 5)).ShouldBeAccepted().Hash.ShouldBe(First.Hash);

    [Fact]
    public void A_missing_or_broken_file_is_told_in_words()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Should.Throw<PolicyException>(() => PackLoader.LoadFile(Path.Combine(folder.FullName, "none.yaml"))).Refusal.Code.ShouldBe("file-unreadable");
            var misplaced = Path.Combine(folder.CreateSubdirectory("elsewhere").FullName, "2025-10-21.yaml");
            File.WriteAllText(misplaced, First.Content);
            Should.Throw<PolicyException>(() => PackLibrary.FromFolder(folder.FullName)).Refusal.Code.ShouldBe("pack-misplaced");
            File.WriteAllText(misplaced, First.Content.Replace("status: in-force", "status: x", StringComparison.Ordinal));
            Should.Throw<PolicyException>(() => PackLibrary.FromFolder(folder.FullName)).Message.ShouldContain("status");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static PackLibrary Library(params PolicyPack[] packs)
    {
        var library = new PackLibrary();
        foreach (var pack in packs)
        {
            library.Add(pack).ShouldBeAccepted();
        }

        return library;
    }

    private static PolicyPack Changed(string from, string to)
    {
        First.Content.ShouldContain(from);
        // Values may begin before the version that holds them.
        return PackLoader.Load(First.Content.Replace(from, to, StringComparison.Ordinal), "changed.yaml").ShouldBeAccepted();
    }
}
