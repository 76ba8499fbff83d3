using Registry.Announcements;
using Registry.Tests.Hosting;
using Shouldly;
using Xunit;

namespace Registry.Tests.Announcements;

/// <summary>命名统一为“舟山市××产业创新中心” (ZS-17).</summary>
public sealed class RecognisedNameTests
{
    private static readonly DateOnly Day = new(2026, 3, 10);

    [Theory]
    [InlineData("船舶", "舟山市船舶产业创新中心")]
    [InlineData("海洋生物医药", "舟山市海洋生物医药产业创新中心")]
    [InlineData("3D打印", "舟山市3D打印产业创新中心")]
    public void The_name_is_made_of_the_field_in_the_packs_form(string field, string name)
    {
        RecognisedName.Make(Repository.Zhoushan, field, "船舶设计创新平台", Day, "ZS-17").Accepted(out var made, out _).ShouldBeTrue();

        made.ShouldBe(name);
    }

    [Theory]
    [InlineData("", "bad-input")]
    [InlineData("船 舶", "bad-input")]
    [InlineData("船舶*", "bad-input")]
    [InlineData("船舶\u200b", "bad-input")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一", "bad-input")]
    [InlineData("船舶产业创新中心", "name-form")]
    [InlineData("舟山市船舶", "name-form")]
    public void What_is_no_plain_word_for_a_field_is_refused(string field, string code)
    {
        RecognisedName.Make(Repository.Zhoushan, field, "船舶设计创新平台", Day, "ZS-17").Accepted(out _, out var refused).ShouldBeFalse();

        refused!.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(null, "光电离岸研发中心", null)]
    [InlineData("", "光电离岸研发中心", null)]
    [InlineData("光电", null, "bad-input")]
    public void Without_a_form_of_name_the_body_keeps_its_own(string? field, string? name, string? code)
    {
        var made = RecognisedName.Make(Programme.Offshore.Pack, field, "光电离岸研发中心", Day, "EO-08");

        made.Refusal?.Code.ShouldBe(code);
        if (made.Accepted(out var kept, out _))
        {
            kept.ShouldBe(name);
        }
    }

    [Fact]
    public void Certificate_codes_are_never_alike() =>
        Enumerable.Range(0, 1000).Select(_ => AnnouncedCentre.NewCertificateCode()).Where(code => code.Length == 24).Distinct().Count().ShouldBe(1000);
}
