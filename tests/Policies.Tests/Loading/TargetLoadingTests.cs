using Policies.Loading;
using Shouldly;
using Xunit;

namespace Policies.Tests.Loading;

/// <summary>Targets, tasks and league tables: each row spoils one place of a good pack.</summary>
public sealed class TargetLoadingTests
{
    private const string Hubei = "hubei-transfer-zone/2021-10-19.yaml";
    private const string Carriers = "ezhou-incubation-carriers/2024-02-13.yaml";
    private const string Zhoushan = "zhoushan-innovation-centres/2025-10-21.yaml";
    private const string Shangdang = "shangdang-enclaves/2023-07-17.yaml";

    [Theory]
    [InlineData(Shangdang, "{ indicator: floorAreaInUse, weight: 20 }", "{ indicator: floorAreaInUse, weight: 21 }", "comparisons[0].heads", "add up to 101")]
    [InlineData(Shangdang, "{ indicator: floorAreaInUse, weight: 20 }", "{ indicator: floorArea, weight: 20 }", "comparisons[0].heads[0].parts[0].indicator", "no figure 'floorArea'")]
    [InlineData(Shangdang, "{ indicator: projectsAttracted, weight: 20 }", "{ indicator: floorAreaInUse, weight: 20 }", "comparisons[0].heads", "given twice")]
    [InlineData(Shangdang, "    of: institution\n    heads", "    of: company\n    heads", "comparisons[0].of", "is not one of: institution, district")]
    [InlineData(Hubei, "count: 28, district: wuhan, decimals: 2", "count: 28, district: wuhan, decimals: 5", "targets[8].decimals", "0 to 4")]
    [InlineData(Hubei, "ratio: 3.5 %, district: wuhan", "ratio: 3.5 %, district: wuhan, decimals: 2", "targets[7].decimals", "of a count alone")]
    [InlineData(Hubei, "count: 300, counts: institutions, categories: [pilot-base]", "count: 300, categories: [pilot-base]", "targets[1].categories", "beside counts")]
    [InlineData(Hubei, "count: 300, counts: institutions, categories: [pilot-base]", "count: 300, counts: institutions, categories: [pilot-bse]", "targets[1].categories", "beside counts")]
    [InlineData(Hubei, "count: 300, counts: institutions, categories: [pilot-base]", "count: 300, growth: true", "targets[1].growth", "Only a ratio")]
    [InlineData(Hubei, "count: 300, counts: institutions, categories: [pilot-base]", "count: 300, average: true", "targets[1].average", "Only a growth")]
    [InlineData(Hubei, "task: assign-results", "task: asign-results", "targets", "no task 'asign-results'")]
    [InlineData(Hubei, "units: [省科技厅, 省教育厅], due: 2022-12-31", "units: [省科技庁, 省教育厅], due: 2022-12-31", "tasks[0].units", "must be of")]
    [InlineData(Hubei, "from: 2025-01-01, until: 2025-12-31", "from: 2025-01-01, until: 2024-12-31", "phases[2].until", "before the first")]
    [InlineData(Carriers, "counted: { register: premises,", "counted: { register: premisses,", "targets", "no register 'premisses'")]
    [InlineData(Carriers, "counted: { register: premises, sum: floorArea }", "counted: { register: premises, sum: address }", "targets", "no number 'address'")]
    [InlineData(Carriers, "counted: { register: companies, states: [in-incubation]", "counted: { register: companies, states: [incubated]", "targets", "no state 'incubated'")]
    [InlineData(Carriers, "counted: { register: companies, states: [in-incubation], when: { field: kind, is: [company] }", "counted: { register: companies, states: [in-incubation], when: { field: kind, is: [firm] }", "targets", "no choice 'kind'")]
    [InlineData(Carriers, "is: [provincial] }, per: institution", "is: [provincial] }, per: company", "targets[3].counted.per", "institution")]
    [InlineData(Carriers, "counted: { register: benchmarks, states: [chosen] }", "counted: { register: benchmarks, per: institution }", "targets", "takes a register about institutions and a 'when'")]
    [InlineData(Carriers, "counts: institutions, by: 2025-12-31", "counts: institutions, counted: { register: companies }, by: 2025-12-31", "targets[0].counted", "stands alone")]
    [InlineData(Carriers, "known: { register: premises, sum: floorArea }", "known: { register: companies }", "indicators", "about institutions alone")]
    [InlineData(Carriers, "known: { register: passages, of: carrier, about", "known: { register: passages, of: stage, about", "indicators", "that 'of' names")]
    [InlineData(Carriers, "during: heldOn", "during: title", "indicators", "no day 'title'")]
    [InlineData(Carriers, "about: { register: companies, states: [in-incubation]", "about: { register: mentors, states: [serving]", "indicators", "the register that the entries are about")]
    [InlineData(Carriers, "counted: { register: premises, sum: floorArea }", "counted: { register: premises, during: from }", "targets", "of a report's figures alone")]
    [InlineData(Zhoushan, "known: [paid, spent, entitled, claimed-back]", "known: [payed]", "sections[2].known", "must be of")]
    public void A_slip_in_targets_tasks_and_league_tables_is_found(string file, string good, string bad, string key, string said)
    {
        var text = File.ReadAllText(Path.Combine(Repository.PoliciesFolder, file));
        text.Contains(good, StringComparison.Ordinal).ShouldBeTrue(good);
        var spoilt = text.Remove(text.IndexOf(good, StringComparison.Ordinal), good.Length).Insert(text.IndexOf(good, StringComparison.Ordinal), bad);

        var refusal = PackLoader.Load(spoilt, "spoilt.yaml").Refusal.ShouldNotBeNull();

        ((IReadOnlyList<LoadProblem>)refusal.Inputs["problems"]!).ShouldContain(problem => problem.Key == key && problem.En.Contains(said, StringComparison.Ordinal));
    }
}
