using Bunit;
using ColorDemo.Grid.Statistics;
using ColorDemo.Grid.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ColorDemo.Grid.Tests;

public sealed class SharesTests : IDisposable
{
    private readonly BunitContext _page = new();

    public SharesTests() => _page.Services.AddSingleton<ClusterMarks>();

    [Fact]
    public void Shares_are_a_table_with_count_share_interval_and_declared_weight()
    {
        var rows = new ShareTable([Make.Color("armadillo", 1_130), Make.Color("bison", 282)], Make.EightyTwenty).Rows();

        var table = _page.Render<Shares>(parameters =>
            parameters.Add(one => one.Rows, rows).Add(one => one.Title, "/random")).Find("[role=table]");

        Assert.Equal("Observed and declared shares of /random", table.GetAttribute("aria-label"));
        Assert.Equal(
            ["Answers of", "Share", "95 % interval, and count", "Declared"],
            table.QuerySelectorAll("[role=columnheader]").Select(one => one.TextContent));
        Assert.Equal(
            ["80%", "78–82 %, 1,130 of 1,412", "declared 80 %"],
            table.QuerySelectorAll("[data-share=armadillo] [role=cell]").Select(one => one.TextContent));
        Assert.StartsWith(
            "armadillo", table.QuerySelector("[data-share=armadillo] [role=rowheader]")!.TextContent.Trim(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_pod_is_told_as_a_part_of_its_destination()
    {
        var rows = new ShareTable(
            [new(Outcome.Color, 200, new("armadillo", "v1", "a-0"), 9)], Make.EightyTwenty, ShareRows.Pod).Rows();

        var table = _page.Render<Shares>(parameters =>
            parameters.Add(one => one.Rows, rows).Add(one => one.Title, "/random"));

        Assert.Equal(
            ["100%", "70–100 %, 9", "part of 80 % declared"],
            table.FindAll("[data-pod=a-0] [role=cell]").Select(one => one.TextContent));
    }

    [Fact]
    public void A_destination_that_is_declared_twice_has_two_rows()
    {
        var half = new DeclaredShare("v1", 50, Version: "v1");

        var table = _page.Render<Shares>(parameters => parameters
            .Add(one => one.Rows, new ShareTable([], new("rule", [half, half])).Rows())
            .Add(one => one.Title, "/random"));

        Assert.Equal(2, table.FindAll("[data-share=v1]").Count);
    }

    public void Dispose() => _page.Dispose();
}
