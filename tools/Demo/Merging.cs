namespace Demo;

/// <summary>A major change, reported to both, late at one of them; examined again, and carried out (ZS-21, ZS-04).</summary>
internal sealed class Merging(Stage stage)
{
    private static readonly string[] Conditions = ["ZS-09", "ZS-10", "ZS-11", "ZS-12"];

    private readonly Platform platform = stage.Platform;
    private readonly FiveYearsFacts facts = stage.Facts;

    /// <summary>One centre takes another in.</summary>
    public async Task AbsorbAsync(Body survivor, Body absorbed, DateOnly changedOn, DateOnly countyReceivedOn, DateOnly cityReceivedOn, string documentNumber)
    {
        await stage.OnAsync(countyReceivedOn);
        var changes = $"/api/registry/institutions/{facts.Institutions[survivor]}/changes";
        await stage.RefuseAsync("a change in the future", survivor.Operator, changes, Change(countyReceivedOn.AddDays(1), absorbed));
        var reported = await platform.PostAsync(survivor.Operator, changes, Change(changedOn, absorbed));
        facts.Change = reported["id"]!.GetValue<Guid>();
        var address = $"/api/registry/changes/{facts.Change}";
        await stage.EditAsync(survivor.Reviewer, address, "receive", new { receivedOn = Stage.Iso(countyReceivedOn) });
        await stage.OnAsync(cityReceivedOn);
        var received = await stage.EditAsync("zs-city", address, "receive", new { receivedOn = Stage.Iso(cityReceivedOn) });
        var late = received["late"]!.GetValue<bool>();
        stage.Tell.Done(
            $"{changedOn:yyyy-MM-dd}合并，{received["dueOn"]}前应报告：县区{countyReceivedOn:yyyy-MM-dd}、市局{cityReceivedOn:yyyy-MM-dd}收到{(late ? ",市局收到已逾期" : "")}",
            $"a merger of {changedOn:yyyy-MM-dd}, due {received["dueOn"]}: the county has it on {countyReceivedOn:yyyy-MM-dd}, the city on {cityReceivedOn:yyyy-MM-dd}{(late ? ", late" : "")} (ZS-21)");
        await stage.EditAsync("zs-city-2", address, "examine", new
        {
            conforms = true,
            findings = Conditions.Select(clause => new { clause, met = true }),
            reason = "合并后法人、功能、经费和团队均符合认定条件。",
            documentNumber,
            decidedOn = Stage.Iso(cityReceivedOn),
        });
        stage.Tell.Done($"{documentNumber}：资格不变，{absorbed.ProjectName}并入，补助年限一并承继", $"still conforms; {absorbed.En} is merged and its years of support are carried (ZS-21, ZS-04)");
    }

    private object Change(DateOnly changedOn, Body absorbed) => new
    {
        kinds = new[] { "merger" },
        changedOn = Stage.Iso(changedOn),
        description = $"吸收合并{absorbed.Name}及其中心。",
        absorbs = facts.Institutions[absorbed],
    };
}
