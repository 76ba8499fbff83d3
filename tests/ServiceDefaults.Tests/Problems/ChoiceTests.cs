using ServiceDefaults.Problems;
using Shouldly;
using Xunit;

namespace ServiceDefaults.Tests.Problems;

public sealed class ChoiceTests
{
    private enum Standing
    {
        Open,
        UnderConstruction,
    }

    [Theory]
    [InlineData("open", "Open")]
    [InlineData("under-construction", "UnderConstruction")]
    public void A_list_is_filtered_by_the_word_that_it_shows(string word, string value)
    {
        Choice<Standing>.TryParse(word, out var read).ShouldBeTrue();
        read.Value.ToString().ShouldBe(value);
        read.ToString().ShouldBe(word);
    }

    [Theory]
    [InlineData("UnderConstruction")]
    [InlineData("closed")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData(null)]
    public void Another_word_is_none(string? word) => Choice<Standing>.TryParse(word, out _).ShouldBeFalse();
}
