using Demo;

// Plays five years of Zhoushan's plan, then the other bureaus' programmes and a year of reporting, into a running stack: dotnet run --project tools/Demo -- --gateway http://localhost:8080
var gateway = args is ["--gateway", var address] ? address : "http://localhost:8080";
using var platform = new Platform(new Uri(gateway));
var narrator = new Narrator(Console.Out);
try
{
    await new FiveYears(platform, narrator).PlayAsync();
    await new OtherBureaus(platform, narrator).PlayAsync();
    await new Carriers(platform, narrator).PlayAsync();
    await new Enclaves(platform, narrator).PlayAsync();
    await new YearlyRewards(platform, narrator).PlayAsync();
    await new ReportingYear(platform, narrator).PlayAsync();
    return 0;
}
catch (UnexpectedAnswerException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 1;
}
catch (HttpRequestException problem)
{
    await Console.Error.WriteLineAsync($"平台没有应答,请先运行 ./run.sh / the platform does not answer, start it with ./run.sh: {problem.Message}");
    return 1;
}
