using System.Net;

namespace ColorDemo.EndToEnd.Tests;

public class SplitTests(SharedDemo shared)
{
    [Theory]
    [InlineData("armadillo")]
    [InlineData("bison")]
    public async Task Four_in_five_requests_are_answered_by_armadillo_through_either_gateway(string gateway)
    {
        using var colors = new Colors(shared.Demo.Ingress(gateway));

        var seen = await colors.CountClustersAsync(2_000);

        Statistics.AssertShare(seen["armadillo"], 2_000, 80);
        Assert.Equal(["armadillo", "bison"], seen.Keys.Order());
    }

    [Theory]
    [InlineData("/armadillo", "armadillo", "blue")]
    [InlineData("/bison", "bison", "red")]
    public async Task A_cluster_s_path_is_answered_by_that_cluster_alone_in_its_color(
        string path, string cluster, string family)
    {
        using var colors = new Colors(shared.Demo.Ingress("armadillo"));

        var seen = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => colors.AskAsync(path)));

        Assert.All(seen, color => Assert.Equal((cluster, family, "v1"), (color.Cluster, color.Family, color.Version)));
        Assert.Equal(["color-svc-v1-0", "color-svc-v1-1"], seen.Select(color => color.Pod).Distinct().Order());
    }

    [Fact]
    public async Task Half_of_the_requests_to_chaos_are_aborted_with_400()
    {
        using var colors = new Colors(shared.Demo.Ingress("armadillo"));

        var statuses = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => colors.StatusAsync("/chaos")));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.BadRequest], statuses.Distinct().Order());
        Statistics.AssertShare(statuses.Count(status => status == HttpStatusCode.BadRequest), 1_000, 50);
    }

    [Fact]
    public async Task The_text_is_what_the_original_answers()
    {
        using var colors = new Colors(shared.Demo.Ingress("armadillo"));

        Assert.Matches(
            """\A  Generated Color\n    "[A-Za-z]+" - with HEX "#[0-9a-f]{6}"\n\z""",
            await colors.TextAsync("/random"));
    }

    [Fact]
    public async Task A_path_without_a_rule_is_not_found()
    {
        using var colors = new Colors(shared.Demo.Ingress("armadillo"));

        Assert.Equal(HttpStatusCode.NotFound, await colors.StatusAsync("/elsewhere"));
    }
}
