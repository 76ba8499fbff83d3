using Policies.Loading;
using Shouldly;
using Xunit;

namespace Policies.Tests.Loading;

public sealed class LinkLoadingTests
{
    private const string Offshore = "ezhou-offshore-institutions/2025-01-01.yaml";
    private const string Carriers = "ezhou-incubation-carriers/2024-02-13.yaml";
    private const string Enclaves = "shangdang-enclaves/2023-07-17.yaml";

    /// <summary>Each row spoils one place of a good pack.</summary>
    [Theory]
    [InlineData(Offshore, "- { name: operator, party: implementing-body }", "- { name: operator, party: host }", ".party", "is not one of: implementing-body")]
    [InlineData(Offshore, "- { name: operator, party: implementing-body }", "- { name: operator, party: implementing-body, field: hostCode }", ".name", "exactly one place to read from")]
    [InlineData(Offshore, "- { name: operator, party: implementing-body }", "- { name: operator }", ".name", "exactly one place to read from")]
    [InlineData(Offshore, "- { name: operator, party: implementing-body }", "- { name: operator, type: day, step: issue }", ".name", "An institution has no steps")]
    [InlineData(Offshore, "register: levels, state: confirmed,", "state: confirmed,", ".register", "belong to a register")]
    [InlineData(Offshore, "else: level, labels: carrierLevel }", "else: level, labels: carrier }", "fields", "carrier")]
    [InlineData(Offshore, "- same: { input: operator, as: host-code }", "- same: { input: operator, as: host }", ".as", "no input 'host'")]
    [InlineData(Enclaves, "- { name: issuedOn, type: day, step: issue }", "- { name: issuedOn, step: issue }", ".type", "is a day")]
    [InlineData(Enclaves, "- { name: issuedOn, type: day, step: issue }", "- { name: issuedOn, type: day, step: issued }", "fields", "does not stand in 'documents'")]
    [InlineData(Enclaves, "- { name: kind, field: kind }", "- { name: kind, register: levels, field: kind }", ".name", "neither registers nor parties")]
    [InlineData(Carriers, "known-by: { code: code, with: [passages] }", "known-by: { code: name, with: [passages] }", ".known-by", "name")]
    [InlineData(Carriers, "known-by: { code: code, with: [passages] }", "known-by: { code: code, with: [mentors] }", ".known-by", "no register about")]
    public void What_is_wrong_with_a_link_is_told_by_its_key(string file, string good, string bad, string key, string told)
    {
        var text = File.ReadAllText(Path.Combine(Repository.PoliciesFolder, file));
        text.ShouldContain(good);
        var refusal = PackLoader.Load(text.Replace(good, bad, StringComparison.Ordinal), file).ShouldBeRefused("file-invalid");
        ((IEnumerable<LoadProblem>)refusal.Inputs["problems"]!)
            .ShouldContain(p => p.Key.EndsWith(key, StringComparison.Ordinal) && p.En.Contains(told, StringComparison.Ordinal), refusal.En);
    }

    /// <summary>A pack is loaded by itself and cannot see what another programme holds: the repository's packs are held to each other here.</summary>
    [Fact]
    public void What_a_link_reads_from_another_programme_stands_there()
    {
        var library = PackLibrary.FromFolder(Repository.PoliciesFolder);
        var links = library.Packs.SelectMany(Fields).Where(field => field.Programme is not null && field.Reads.Count > 0).ToList();

        links.ShouldNotBeEmpty();
        foreach (var link in links)
        {
            var there = library.Packs.Where(pack => pack.Programme == link.Programme).ToList();
            there.ShouldNotBeEmpty($"{link.Name}: no programme {link.Programme}");
            link.Reads.SelectMany(read => there.SelectMany(pack => Missing(read, pack)).Select(what => $"{link.Name}.{read.Name}: {what}")).ShouldBeEmpty();
        }
    }

    private static IEnumerable<FormField> Fields(PolicyPack pack) =>
        [.. pack.Fields, .. pack.Registers.SelectMany(register => register.Fields.Concat(register.Steps.SelectMany(step => step.Fields)))];

    private static IEnumerable<string> Missing(LinkRead read, PolicyPack pack)
    {
        if ((read.Register is null ? read.Field : read.Else) is { } asked && !pack.Fields.Any(field => field.Name == asked))
        {
            yield return $"no field {asked} in the form";
        }

        if (read.Register is null)
        {
            yield break;
        }

        if (pack.Registers.FirstOrDefault(register => register.Name == read.Register && register.About == Register.Institution) is not { } about)
        {
            yield return $"no register {read.Register} about institutions";
            yield break;
        }

        foreach (var state in read.States.Where(state => !about.States.Any(known => known.Key == state)))
        {
            yield return $"no state {state} in {about.Name}";
        }

        foreach (var field in new[] { read.Field, read.WhenField }.Where(name => name is not null && !about.Fields.Any(field => field.Name == name)))
        {
            yield return $"no field {field} in {about.Name}";
        }

        foreach (var answer in read.WhenIs.Where(answer => about.Fields.Any(field => field.Name == read.WhenField && !field.Options.Any(option => option.Key == answer))))
        {
            yield return $"{read.WhenField} of {about.Name} is never {answer}";
        }
    }
}
