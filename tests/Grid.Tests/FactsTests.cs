using Bunit;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Tests;

public sealed class FactsTests : IDisposable
{
    private static readonly DeclaredFact[] Two =
        [new(FactKind.NoPods, "nobody serves"), new(FactKind.Timeout, "answers that take longer get 504")];

    private readonly BunitContext _page = new();

    [Fact]
    public void Without_facts_there_is_nothing() => Assert.Equal("", Render([]).Markup.Trim());

    [Fact]
    public void Facts_are_a_list_with_a_heading()
    {
        var facts = Render(Two);

        Assert.Equal(Two.Select(fact => fact.Text), facts.FindAll("li").Select(item => item.TextContent));
        Assert.Equal("facts-1", facts.Find("section").GetAttribute("aria-labelledby"));
        Assert.Equal("What may explain a difference", facts.Find("#facts-1").TextContent);
    }

    [Fact]
    public void A_verdict_is_spoken_again_when_a_reason_comes()
    {
        var line = _page.Render<VerdictLine>(parameters => parameters
            .Add(one => one.Verdict, new Statistics.Verdict.NoAnswers(3, 0)).Add(one => one.Rate, 5));
        Assert.Equal("no answers, 3 failures", line.Find("[role=status]").TextContent);

        line.Render(parameters => parameters.Add(one => one.Because, Two[0].Text));
        Assert.Equal("no answers, 3 failures; nobody serves", line.Find("[role=status]").TextContent);
    }

    [Fact]
    public void A_split_that_is_as_declared_is_no_good_news_when_requests_fail()
    {
        var seen = new Statistics.Finding("bison", 100, 90, 90);
        var line = _page.Render<VerdictLine>(parameters => parameters
            .Add(one => one.Verdict, new Statistics.Verdict.AsDeclared(seen)).Add(one => one.Rate, 5));
        Assert.Empty(line.FindAll("[data-verdict-but]"));

        line.Render(parameters => parameters.Add(one => one.Failed, 12.4));
        Assert.Equal(", but 12 % failed in the last 5 s", line.Find("[data-verdict-but]").TextContent);
        Assert.Contains("verdict-failing", line.Find("[data-verdict]").ClassList);
        Assert.EndsWith("; but 12 % failed in the last 5 s", line.Find("[role=status]").TextContent);
    }

    public void Dispose() => _page.Dispose();

    private IRenderedComponent<Facts> Render(DeclaredFact[] facts) => _page.Render<Facts>(parameters =>
        parameters.Add(one => one.Id, "facts-1").Add(one => one.Known, facts));
}
