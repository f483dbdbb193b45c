using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Tests;

public class ArrangementLinkTests
{
    private static readonly Catalog Catalog = new(["armadillo", "bison"], ["/random", "/armadillo", "/chaos"]);

    [Fact]
    public void The_first_arrangement_needs_no_words()
    {
        var first = Arrangement.First(Catalog);

        Assert.Equal(["/random", "/armadillo", "/chaos"], first.Panels.Select(panel => panel.Path));
        Assert.Equal([64, 16, 16], first.Panels.Select(panel => panel.Cells));
        Assert.Equal("", ArrangementLink.Of(first, Catalog));
        Assert.Equal(first, Read(""));
    }

    [Fact]
    public void A_link_restores_everything()
    {
        var arrangement = new Arrangement("bison",
        [
            PanelSettings.Large("/random") with
            {
                Name = "Canary, 10 % & more = a + b",
                Gateway = "armadillo",
                Headers = "x-user: canary\nx-empty:",
                Query = "a=b&c=%20",
                NewConnections = true,
                Timeout = 50,
                Concurrency = 7,
                Protocol = SamplingProtocol.Grpc,
                Rows = ShareRows.Pod,
                Running = false,
                Rate = 0.25,
            },
            PanelSettings.Small("/chaos"),
            PanelSettings.Small("/chaos"),
        ]);

        var link = ArrangementLink.Of(arrangement, Catalog);

        Assert.Equal(
            "?gateway=bison&panel=/random,name=Canary%2C%2010%20%25%20%26%20more%20%3D%20a%20%2B%20b,gateway=armadillo,"
            + "cells=64,rate=0.25,rows=pod,protocol=grpc,header=x-user:%20canary,header=x-empty:%20,"
            + "query=a%3Db%26c%3D%2520,connections=new,timeout=50,concurrency=7,state=stopped&panel=/chaos"
            + "&panel=/chaos", link);
        var restored = Read(link);
        Assert.Equal(arrangement.Panels[0] with { Headers = "" }, restored.Panels[0] with { Headers = "" });
        Assert.Equal(arrangement.Panels[0].SamplingOf("bison"), restored.Panels[0].SamplingOf("bison"));
        Assert.Equal(link, ArrangementLink.Of(restored, Catalog));
    }

    [Fact]
    public void Who_asks_is_in_the_link_and_what_a_browser_cannot_do_is_not()
    {
        var browsers = Catalog with
        {
            BrowserGateways = new Dictionary<string, string> { ["armadillo"] = "http://localhost:1" },
        };
        var panel = (PanelSettings.Small("/random") with
        {
            Rate = 5_000,
            Protocol = SamplingProtocol.Grpc,
            NewConnections = true,
        }).WithAsker(Asker.Browser);
        List<string> problems = [];

        var link = ArrangementLink.Of(new("armadillo", [panel]), browsers);

        Assert.Equal("?gateway=armadillo&panel=/random,asker=browser,rate=100", link);
        Assert.Equal(panel, ArrangementLink.Read(link, browsers, problems).Panels[0]);
        Assert.Equal("100", SamplingRate.Text(panel.WithRate("101").Rate));
        Assert.Empty(problems);

        Assert.Equal(Asker.Host, ArrangementLink.Read(link, Catalog, problems).Panels[0].Asker);
        Assert.Equal(
            "panel /random: asker=browser is no setting of a panel; it is passed over.", Assert.Single(problems));
        problems.Clear();
        ArrangementLink.Read(
            "?panel=/random,asker=browser,rate=101,protocol=grpc,connections=new", browsers, problems);
        Assert.Equal(3, problems.Count);
    }

    [Fact]
    public void A_page_without_panels_is_an_arrangement_too() =>
        Assert.Empty(Read(ArrangementLink.Of(new("bison", []), Catalog)).Panels);

    [Theory]
    [InlineData("?gateway=cougar", "gateway: 'cougar' is not one of armadillo, bison.")]
    [InlineData("?panel=/secret", "panel: '/secret' is not one of /random, /armadillo, /chaos; the panel is left out.")]
    [InlineData("?panel=/chaos,cells=0", "panel /chaos: cells=0 is no setting of a panel; it is passed over.")]
    [InlineData("?panel=/chaos,rate=1e9", "panel /chaos: rate=1e9 is no setting of a panel; it is passed over.")]
    [InlineData("?panel=/chaos,rows=1", "panel /chaos: rows=1 is no setting of a panel; it is passed over.")]
    [InlineData("?panel=/chaos,hat=red", "panel /chaos: hat=red is no setting of a panel; it is passed over.")]
    [InlineData("?utm=x&panel=/chaos", "'utm' is no part of an arrangement; it is passed over.")]
    public void What_is_wrong_is_told_and_passed_over(string link, string problem)
    {
        List<string> problems = [];

        var read = ArrangementLink.Read(link, Catalog, problems);

        Assert.Equal(problem, Assert.Single(problems));
        Assert.NotEmpty(read.Panels);
        Assert.Equal("armadillo", read.Gateway);
    }

    [Fact]
    public void A_link_cannot_open_panels_without_end()
    {
        List<string> problems = [];

        var read = ArrangementLink.Read(
            "?" + string.Join('&', Enumerable.Repeat("panel=/chaos", 100)), Catalog, problems);

        Assert.Equal(Arrangement.MaxPanels, read.Panels.Count);
        Assert.Contains("A page has at most 12 panels; the others are left out.", problems);
    }

    private static Arrangement Read(string link)
    {
        List<string> problems = [];
        var read = ArrangementLink.Read(link, Catalog, problems);
        Assert.Empty(problems);
        return read;
    }
}
