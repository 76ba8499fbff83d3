using Registry.Directories;
using Shouldly;
using Xunit;

namespace Registry.Tests.Directories;

public sealed class SearchNameTests
{
    [Theory]
    [InlineData("舟山市 船舶(创新)中心", "舟山市船舶(创新)中心")]
    [InlineData("舟山市船舶（创新）中心", "舟山市船舶(创新)中心")]
    [InlineData("ＡＢ研究院lab", "AB研究院LAB")]
    [InlineData("离\u200B岸", "离岸")]
    public void Width_case_and_spaces_do_not_count(string name, string searched) => SearchName.Of(name).ShouldBe(searched);

    [Fact]
    public void Every_two_neighbours_are_a_bigram_once_and_a_rare_character_is_one_character()
    {
        SearchName.Bigrams("中心中心").ShouldBe(["中心", "心中"]);
        SearchName.Bigrams("𠮷岸院").ShouldBe(["𠮷岸", "岸院"]);
        SearchName.LengthOf("𠮷岸").ShouldBe(2);
        SearchName.Bigrams("岸").ShouldBeEmpty();
    }
}
