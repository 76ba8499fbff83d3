using Registry.Places;
using Shouldly;
using Xunit;

namespace Registry.Tests.Places;

/// <summary>Which ways of writing a place are one place (EO-13).</summary>
public sealed class SamePlaceTests
{
    [Theory]
    [InlineData("上海", "上海市", true)]
    [InlineData("上海", "上海浦东新区", true)]
    [InlineData("武汉市", "武汉市洪山区", true)]
    [InlineData("武汉市", "湖北省武汉市", true)]
    [InlineData("湖北武汉", "武汉市洪山区", true)]
    [InlineData("武汉市", "武汉东湖新技术开发区", true)]
    [InlineData("洪山区", "湖北省 武汉市洪山区", true)]
    [InlineData("武汉市洪山区", "武汉市武昌区", false)]
    [InlineData("襄阳市", "阳市", false)]
    [InlineData("吉林市", "吉林省", false)]
    [InlineData("吉林省吉林市", "吉林市", true)]
    [InlineData("吉林省长春市", "吉林市", false)]
    [InlineData("湖北省武汉市", "湖北省襄阳市", false)]
    [InlineData("北京市朝阳区", "辽宁省朝阳市", false)]
    [InlineData("上海市", null, false)]
    [InlineData(" ", "上海市", false)]
    public void A_place_is_the_same_however_it_is_written_and_what_lies_in_it_too(string one, string? other, bool same)
    {
        SamePlace.Is(one, other).ShouldBe(same);
        SamePlace.Is(other, one).ShouldBe(same);
    }
}
