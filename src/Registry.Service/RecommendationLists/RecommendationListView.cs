namespace Registry.RecommendationLists;

/// <summary>A recommendation list as it is shown and printed.</summary>
internal sealed record RecommendationListView(
    Guid Id,
    string Programme,
    string District,
    string DocumentNumber,
    DateOnly IssuedOn,
    string IssuedByName,
    IReadOnlyList<RecommendationListView.RecommendationListLine> Applications)
{
    /// <summary>One line of it.</summary>
    internal sealed record RecommendationListLine(int Number, Guid ApplicationId, string Title, string Organisation);

    public static RecommendationListView Of(RecommendationList list) => new(
        list.Id,
        list.Programme,
        list.District,
        list.DocumentNumber,
        list.IssuedOn,
        list.IssuedByName,
        [.. list.Applications.OrderBy(l => l.Number).Select(l => new RecommendationListLine(l.Number, l.ApplicationId, l.Title, l.Organisation))]);
}
