using Shouldly;
using Xunit;

namespace Registry.Tests.Hosting;

/// <summary>The form filler of these tests meets every pack's own demands, on each of its routes.</summary>
public sealed class AnyFormTests
{
    private static readonly DateOnly Day = new(2025, 11, 3);

    public static TheoryData<string, string> Routes() => [.. Repository.Packs.SelectMany(pack => pack.Routes, (pack, route) => (pack.Programme, route.Name))];

    [Theory, MemberData(nameof(Routes))]
    public void A_filled_form_may_be_handed_in_and_recommended(string programme, string route)
    {
        var pack = Repository.Packs.Single(p => p.Programme == programme);
        var (answers, files) = AnyForm.Fill(pack, pack.Routes.Single(r => r.Name == route), Papers.NewOrganisation(), pack.Fields.Single(f => f.Name == "district").Options[0].Key, Day);

        AnyForm.Faults(pack, answers, files, Day).ShouldBeEmpty();
    }
}
