namespace Registry.RecommendationLists;

/// <summary>A recommendation list as it is shown and printed.</summary>
internal sealed record ListView(
    Guid Id,
    string Programme,
    string District,
    string DocumentNumber,
    DateOnly IssuedOn,
    string IssuedByName,
    IReadOnlyList<ListView.Line> Applications)
{
    /// <summary>One line of it.</summary>
    internal sealed record Line(int Number, Guid ApplicationId, string Title, string Organisation);

    public static ListView Of(RecommendationList list) => new(
        list.Id,
        list.Programme,
        list.District,
        list.DocumentNumber,
        list.IssuedOn,
        list.IssuedByName,
        [.. list.Applications.OrderBy(l => l.Number).Select(l => new Line(l.Number, l.ApplicationId, l.Title, l.Organisation))]);
}
