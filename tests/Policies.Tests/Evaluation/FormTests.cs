using System.Text.Json;
using System.Text.Json.Nodes;
using Policies.Evaluation;
using Policies.Loading;
using Shouldly;
using Xunit;

namespace Policies.Tests.Evaluation;

public sealed class FormTests
{
    private static readonly DateOnly Today = new(2026, 1, 5);

    private const string Complete = """
        {
          "purpose": "construction", "track": "directed",
          "projectName": "定海船舶创新平台", "keyField": "ships-and-offshore", "district": "dinghai", "constructionSummary": "建设中试平台\n二期",
          "implementingBodyName": "舟山某公司", "implementingBodyCode": "91330902MA2A0000XJ", "coBuilt": true, "countyShareFen": 100000000,
          "leadBodies": [ { "name": "定海区人民政府", "code": "11330902002610005T", "kind": "county-government" } ],
          "commitmentSignedBy": "定海区人民政府", "commitmentSignedOn": "2026-01-05"
        }
        """;

    [Fact]
    public void A_complete_application_has_no_problems() => Check(_ => { }).ShouldBeEmpty();

    [Theory]
    [InlineData("projectName", "\"\"", "ZS-30")]
    [InlineData("projectName", "\"   \"", "ZS-30")]
    [InlineData("projectName", "null", "ZS-30")]
    [InlineData("projectName", "7", "ZS-30")]
    [InlineData("projectName", "\"两\\n行\"", "ZS-30")]
    [InlineData("projectName", "[\"a\"]", "ZS-30")]
    [InlineData("district", "\"hangzhou\"", "ZS-25")]
    [InlineData("keyField", "\"新材料\"", "ZS-01")]
    [InlineData("coBuilt", "\"true\"", "ZS-29")]
    [InlineData("coBuilt", "1", "ZS-29")]
    [InlineData("countyShareFen", "-1", "ZS-29")]
    [InlineData("countyShareFen", "1.5", "ZS-29")]
    [InlineData("countyShareFen", "1000000000000000000", "ZS-29")]
    [InlineData("countyShareFen", "1e400", "ZS-29")]
    [InlineData("countyShareFen", "\"100\"", "ZS-29")]
    [InlineData("commitmentSignedOn", "\"2026-01-06\"", "ZS-13")]
    [InlineData("commitmentSignedOn", "\"2026-02-30\"", "ZS-13")]
    [InlineData("commitmentSignedOn", "\"2026-1-5\"", "ZS-13")]
    [InlineData("implementingBodyCode", "\"91330902MA2A0000X\"", "ZS-10")]
    public void A_wrong_answer_is_told_with_its_clause(string field, string answer, string clause)
    {
        var problem = Check(answers => answers[field] = JsonNode.Parse(answer)).ShouldHaveSingleItem();
        (problem.Field, problem.ClauseId).ShouldBe((field, clause));
        problem.Quote.ShouldNotBeEmpty();
        problem.Zh.ShouldContain("“");
        problem.En.ShouldContain("'");
    }

    [Theory]
    [InlineData("unit: percent, ", 0, true)]
    [InlineData("unit: percent, ", 100, true)]
    [InlineData("unit: percent, ", 101, false)]
    [InlineData("unit: percent, ", 140, false)]
    [InlineData("unit: percent, max: 1000, ", 140, true)]
    [InlineData("unit: percent, max: 1000, ", 1001, false)]
    public void A_percentage_is_at_most_100_unless_the_pack_says_that_a_growth_may_be_more(string unit, int given, bool fits)
    {
        var pack = PackLoader.Load(WithUnit(unit), "pack.yaml").ShouldBeAccepted();

        var problems = pack.ValidateIndicators(JsonElement.Parse($$"""{ "rdProjects": {{given}} }"""), Today).Where(problem => problem.Field == "rdProjects");

        problems.Any().ShouldBe(!fits);
    }

    [Fact]
    public void A_figure_whose_name_is_a_percentage_says_so() =>
        ((IEnumerable<LoadProblem>)PackLoader.Load(WithUnit("", "在研项目占比（%）"), "pack.yaml").ShouldBeRefused("file-invalid").Inputs["problems"]!)
            .ShouldHaveSingleItem().Key.ShouldBe("indicators[2].unit");

    private static string WithUnit(string unit, string name = "在研项目数")
    {
        const string figure = "{ name: rdProjects, type: whole-number, required: true, zh: 在研项目数,";
        var text = File.ReadAllText(Repository.ZhoushanFile);
        text.ShouldContain(figure);
        return text.Replace(figure, $"{{ name: rdProjects, type: whole-number, required: true, {unit}zh: {name},", StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_inside_a_list_is_told_with_its_place() =>
        Check(a => a["leadBodies"]!.AsArray().Add(JsonNode.Parse("""{ "name": "某大学", "code": "12100000470095016A", "kind": "university", "rank": 1 }""")))
            .Select(p => p.Field).ShouldBe(["leadBodies[1].rank", "leadBodies[1].code", "leadBodies[1].kind"]);

    [Fact]
    public void A_list_of_something_else_is_told() =>
        Check(a => a["leadBodies"] = new JsonArray("定海区人民政府")).Select(p => p.Field).ShouldBe(["leadBodies[0]", "commitmentSignedBy"]);

    [Fact]
    public void A_list_that_is_too_long_is_told() =>
        Check(a => a["leadBodies"] = new JsonArray([.. Enumerable.Repeat(0, 11).Select(_ => a["leadBodies"]![0]!.DeepClone())])).ShouldHaveSingleItem().Field.ShouldBe("leadBodies");

    [Fact]
    public void An_unknown_field_is_told()
    {
        var problem = Check(a => a["favouriteColour"] = "red").ShouldHaveSingleItem();
        (problem.Field, problem.ClauseId).ShouldBe(("favouriteColour", "ZS-25"));
    }

    [Fact]
    public void A_share_is_asked_for_only_where_it_is_built_together()
    {
        Check(a => a.Remove("countyShareFen")).ShouldHaveSingleItem().Field.ShouldBe("countyShareFen");
        Check(a => { a.Remove("countyShareFen"); a["coBuilt"] = false; }).ShouldBeEmpty();
    }

    [Fact]
    public void A_recognised_name_may_not_be_borrowed() =>
        Check(a => a["projectName"] = "舟山市 船舶 产业创新中心").ShouldHaveSingleItem().Zh.ShouldContain("舟山市*产业创新中心");

    [Fact]
    public void Files_are_counted_and_may_not_be_empty_or_stray()
    {
        Check(_ => { }, []).ShouldHaveSingleItem().ClauseId.ShouldBe("ZS-13");
        Check(_ => { }, [new("commitment", "a.pdf", 0)]).ShouldHaveSingleItem().En.ShouldContain("empty");
        Check(_ => { }, [.. Enumerable.Range(0, 6).Select(i => new AttachedFile("commitment", $"{i}.pdf", 1))]).ShouldHaveSingleItem().En.ShouldContain("at most 5");
        Check(_ => { }, [new("commitment", "a.pdf", 1), new("elsewhere", "b.pdf", 1)]).ShouldHaveSingleItem().Field.ShouldBe("elsewhere");
        Check(_ => { }, [new("commitment", "a.pdf", 1), new("constructionPlan", "b.pdf", 1)]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("{ \"projectName\": \"\\ud800\" }")]
    [InlineData("{ \"\\ud800\": 1 }")]
    public void What_is_no_form_at_all_is_told_and_never_thrown(string answers)
    {
        using var document = JsonDocument.Parse(answers);
        Repository.Zhoushan.Validate(document.RootElement, [], Today).ShouldNotBeEmpty();
    }

    private static IReadOnlyList<FieldProblem> Check(Action<JsonObject> change, AttachedFile[]? files = null)
    {
        var answers = JsonNode.Parse(Complete)!.AsObject();
        change(answers);
        return Repository.Zhoushan.Validate(JsonSerializer.SerializeToElement(answers), files ?? [new("commitment", "承诺书.pdf", 1024)], Today);
    }
}
