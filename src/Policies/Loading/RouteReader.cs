namespace Policies.Loading;

/// <summary>Reads the ways of a pack's applications.</summary>
internal sealed class RouteReader(PackWords words, IReadOnlyList<FormField> form, IReadOnlyList<ProcedureStep> procedure)
{
    private static readonly Dictionary<string, string> Standings = new(StringComparer.Ordinal)
    {
        ["filed"] = "filed", ["recognised"] = "recognised", ["under-construction"] = "under-construction",
    };

    internal IReadOnlyList<Route> Read(Section file)
    {
        var routes = file.List("routes", ReadRoute);
        PackWords.CheckUnique(file, "routes", routes.Select(r => r.Name));
        if (routes.SkipLast(1).FirstOrDefault(r => r.Field is null) is { } open)
        {
            file.Wrong("routes", $"“{open.Name}”总是适用，其后的路径永远走不到。", $"'{open.Name}' always fits; what follows it is never reached.");
        }

        if (routes.Count > 0 && !LeaveNobodyOut(routes))
        {
            file.Wrong("routes", "有的申报走不了任何一条路径；最后一条应不带 when，或各条合计覆盖某必填选项的全部取值。", "Some applications fit no route: let the last one stand without 'when', or let all cover every answer of one required choice.");
        }

        return routes;
    }

    private bool LeaveNobodyOut(IReadOnlyList<Route> routes) =>
        routes.Any(r => r.Field is null)
        || form.Any(f => f.Required.Always && Answers(f) is { } answers && !answers.Except(routes.Where(r => r.Field == f.Name).SelectMany(r => r.Is), StringComparer.Ordinal).Any());

    private IReadOnlyList<string>? Answers(FormField field) =>
        field.Type == FieldType.Category ? [.. words.Categories.Select(c => c.Key)] : WhenReader.Words(field);

    private Route ReadRoute(Section section)
    {
        var (field, answers) = section.When(form);
        var route = new Route(section.Name("name"), section.Label(), words.Sources.Cite(section), field, answers, section.Texts("steps"), section.OneOf("becomes", Standings));
        if (route.Steps.Count == 0 || route.Steps.Except(Route.AllSteps, StringComparer.Ordinal).Any())
        {
            section.Wrong("steps", $"步骤应取自：{string.Join(", ", Route.AllSteps)}。", $"Steps are of: {string.Join(", ", Route.AllSteps)}.");
        }

        foreach (var step in route.Steps.Where(s => Route.AllSteps.Contains(s, StringComparer.Ordinal) && !procedure.Any(p => p.Kind == s)))
        {
            section.Wrong("steps", $"程序中没有“{step}”这类步骤。", $"The procedure has no step of the kind '{step}'.");
        }

        PackWords.CheckUnique(section, "steps", route.Steps);
        return route;
    }
}
