using System.Text.Json;
using Registry.Registers;
using Shouldly;
using Xunit;

namespace Registry.Tests.Registers;

/// <summary>How answers are read and compared.</summary>
public sealed class EntryAnswersTests
{
    [Theory]
    [InlineData("""{"a":"x"}""", """{"a":"x"}""", "")]
    [InlineData("""{"a":"x"}""", """{"a":"y","b":1}""", "a,b")]
    [InlineData("""{"a":null}""", """{}""", "")]
    [InlineData("""{"w":["x","y"]}""", """{"w":["x"]}""", "w")]
    [InlineData("""{"l":[{"n":1},{"n":2}]}""", """{"l":[{"n":1},{"n":3},{"n":4}]}""", "l[1].n,l[2].n")]
    [InlineData("""{"n":1.0}""", """{"n":1}""", "")]
    public void A_difference_names_every_answer_that_changed_and_no_other(string before, string after, string fields) =>
        string.Join(',', AnswerChange.Between(JsonElement.Parse(before), JsonElement.Parse(after)).Select(change => change.Field)).ShouldBe(fields);

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"a\\u0000b\"")]
    [InlineData("7")]
    public void What_is_no_text_is_no_answer_and_never_an_error(string json) => EntryAnswers.Text(JsonElement.Parse($$"""{"a":{{json}}}"""), "a").ShouldBeNull();
}
