using Contracts.Values;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace Contracts.Tests.Values;

/// <summary>GB 32100-2015.</summary>
public sealed class SocialCreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly Gen<string> Valid =
        Gen.Elements(Alphabet.ToCharArray()).ArrayOf(17).Select(first => new string(first) + SocialCreditCode.CheckCharacter(first));

    [Theory]
    [InlineData("91350100M000100Y43")] // the standard's own example
    [InlineData("91330100799655058B")] // 阿里巴巴（中国）
    [InlineData("9144030071526726XG")] // 腾讯计算机系统
    [InlineData("914403001922038216")] // 华为技术
    [InlineData("91110000802100433B")] // 百度
    [InlineData("12100000470095016Q")] // 浙江大学
    [InlineData("12100000400000624D")] // 清华大学
    public void A_code_in_use_is_read(string code)
    {
        SocialCreditCode.TryParse(code, out var read).ShouldBeTrue();
        read.Value.ShouldBe(code);
        read.ToString().ShouldBe(code);
    }

    [Theory]
    [InlineData("  91350100m000100y43 ")]
    [InlineData("91350100M000100y43\n")]
    public void White_space_around_it_and_lower_case_are_forgiven(string code)
    {
        SocialCreditCode.TryParse(code, out var read).ShouldBeTrue();
        read.Value.ShouldBe("91350100M000100Y43");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("91350100M000100Y4")]
    [InlineData("91350100M000100Y433")]
    [InlineData("91350100M000100Y44")]
    [InlineData("9135 0100M000100Y43")]
    [InlineData("91350100I000100Y43")]
    [InlineData("91350100O000100Y43")]
    [InlineData("91350100S000100Y43")]
    [InlineData("91350100V000100Y43")]
    [InlineData("91350100Z000100Y43")]
    [InlineData("９１350100M000100Y43")]
    [InlineData("统一社会信用代码统一社会信用代码统一")]
    public void What_is_no_code_is_not_read(string? text)
    {
        SocialCreditCode.TryParse(text, out var read).ShouldBeFalse();
        read.Value.ShouldBeEmpty();
    }

    [Fact]
    public void Every_code_with_its_check_character_is_read() =>
        Prop.ForAll(Valid.ToArbitrary(), code => SocialCreditCode.TryParse(code, out var read) && read.Value == code).QuickCheckThrowOnFailure();

    [Fact]
    public void One_wrong_character_is_always_found() =>
        Prop.ForAll(
            (from code in Valid from at in Gen.Choose(0, 17) from other in Gen.Elements(Alphabet.ToCharArray()) select (code, at, other)).ToArbitrary(),
            c => c.other == c.code[c.at] || !SocialCreditCode.TryParse(With(c.code, c.at, c.other), out _)).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_neighbours_exchanged_are_always_found() =>
        Prop.ForAll(
            (from code in Valid from at in Gen.Choose(0, 16) select (code, at)).ToArbitrary(),
            c => c.code[c.at] == c.code[c.at + 1]
                || !SocialCreditCode.TryParse(With(With(c.code, c.at, c.code[c.at + 1]), c.at + 1, c.code[c.at]), out _)).QuickCheckThrowOnFailure();

    private static string With(string code, int at, char other) => string.Concat(code.AsSpan(0, at), [other], code.AsSpan(at + 1));
}
