using Contracts.Refusals;
using Microsoft.EntityFrameworkCore;
using Policies;
using ServiceDefaults.Data;
using ServiceDefaults.Problems;
using Shouldly;
using Testing.Databases;
using Xunit;

namespace Packs.Tests;

public sealed class PackShelfTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly DateOnly NextYear = new(2027, 3, 2);

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_version_that_arrives_at_one_replica_rules_at_the_other(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var here = await Replica.StartAsync(database);
        await using var there = await Replica.StartAsync(database);
        var (first, second) = (Published.Pack(), Published.Pack(from: "2027-01-01"));
        await here.ReceiveAsync(first);
        (await there.RulingAsync(Published.Programme, NextYear)).Hash.ShouldBe(first.Hash);

        await here.ReceiveAsync(second);

        (await there.RulingAsync(Published.Programme, NextYear)).Hash.ShouldBe(second.Hash);
        (await there.RulingAsync(Published.Programme, Today)).Hash.ShouldBe(first.Hash);
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task Many_versions_of_many_programmes_are_read_at_once_and_a_programme_without_one_is_left_out(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var here = await Replica.StartAsync(database);
        await using var there = await Replica.StartAsync(database);
        await here.ReceiveAsync(Published.Pack("one"));
        await here.ReceiveAsync(Published.Pack("one", "2027-01-01"));
        await here.ReceiveAsync(Published.Pack("two"));
        await here.ReceiveAsync(Published.Pack("not-asked-for"));

        var ruling = await there.AskAsync(packs => packs.RulingAsync(["one", "two", "two", "none"], Today, CancellationToken.None));

        ruling.Keys.ShouldBe(["one", "two"], ignoreOrder: true);
        there.Reads.ShouldBe(1);
    }

    [Fact]
    public async Task A_pack_is_parsed_once()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var replica = await Replica.StartAsync(database);
        await replica.ReceiveAsync(Published.Pack());

        var pack = await replica.RulingAsync(Published.Programme, Today);

        (await replica.RulingAsync(Published.Programme, Today)).ShouldBeSameAs(pack);
    }

    [Fact]
    public async Task Something_new_begins_under_the_version_in_force_in_its_own_jurisdiction()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var replica = await Replica.StartAsync(database);
        var published = Published.Pack();
        await replica.ReceiveAsync(published);
        await replica.ReceiveAsync(Published.Pack("a-draft", status: "draft"));

        (await InForceAsync(Published.Programme, Published.Jurisdiction)).ShouldBe(published.Hash);
        (await InForceAsync("a-draft", Published.Jurisdiction)).ShouldBe("policy-draft");
        (await InForceAsync(Published.Programme, "ezhou")).ShouldBe("not-found");
        (await replica.AskAsync(packs => packs.RulingAsync(Today, CancellationToken.None))).ShouldHaveSingleItem().Hash.ShouldBe(published.Hash, "a draft rules nothing");
        (await InForceAsync(Published.Programme, jurisdiction: null)).ShouldBe("not-found");

        async Task<string> InForceAsync(string programme, string? jurisdiction) =>
            (await replica.AskAsync(packs => packs.InForceAsync(programme, jurisdiction, Today, CancellationToken.None)))
                .Accepted(out var pack, out var refusal) ? pack.Hash : refusal.Code;
    }

    [Fact]
    public async Task Before_a_pack_has_arrived_a_decision_waits_with_words_for_people()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var replica = await Replica.StartAsync(database);

        var refusal = (await Should.ThrowAsync<RefusalException>(() => replica.RulingAsync(Published.Programme, Today))).Refusal;

        (refusal.Kind, refusal.Code).ShouldBe((RefusalKind.Unavailable, "policy-not-arrived"));
    }

    [Theory]
    [ClassData(typeof(Providers))]
    public async Task A_pack_that_was_changed_in_the_database_decides_nothing(DatabaseProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var replica = await Replica.StartAsync(database);
        var published = Published.Pack();
        await replica.ReceiveAsync(published);
        var tampered = published.Content.Replace("annual-cap", "annual-cop", StringComparison.Ordinal);
        await replica.ReadAsync(db => db.Set<PolicyVersion>().ExecuteUpdateAsync(set => set.SetProperty(version => version.Content, tampered)));

        (await Should.ThrowAsync<PolicyException>(() => replica.RulingAsync(Published.Programme, Today))).Refusal.Code.ShouldBe("hash-differs");
    }
}
