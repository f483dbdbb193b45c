using System.Text.RegularExpressions;
using ColorDemo.Tests;

namespace ColorDemo.EndToEnd.Tests;

/// <summary>The page says whether what it shows is what was declared, and when a change arrived.</summary>
public partial class PageVerdictTests
{
    [Fact]
    public async Task A_split_is_as_declared_then_changes_and_is_as_declared_again()
    {
        using var manifests = new EditableManifests();
        await using var demo = await DemoProcess.StartAsync(manifests.Path);
        await using var grid = await GridPage.OpenAsync(new(demo.Grid, "?panel=/random,cells=100,rate=200"));
        await Eventually.HoldsAsync(
            async () => AsDeclared.IsMatch(await grid.VerdictAsync("/random")), "80 % are as declared");

        await new Kubectl.Kubectl(demo.Kubeconfig, "armadillo").RunAsync(
            "patch", "virtualservice", "color", "--type", "json", "-p", """
            [
              {"op": "replace", "path": "/spec/http/0/route/0/weight", "value": 50},
              {"op": "replace", "path": "/spec/http/0/route/1/weight", "value": 50}
            ]
            """);

        await Eventually.HoldsAsync(
            async () => Gone.IsMatch(await grid.VerdictAsync("/random")), "the old weights are seen to be gone");
        await Eventually.HoldsAsync(
            async () => (await grid.VerdictAsync("/random")).EndsWith("as declared (50 %)", StringComparison.Ordinal),
            "50 % are as declared");
    }

    [Fact]
    public async Task What_is_not_as_declared_is_told_with_its_probability()
    {
        using var manifests = new EditableManifests();
        await using var demo = await DemoProcess.StartAsync(manifests.Path);
        await using var grid = await GridPage.OpenAsync(new(demo.Grid, "?panel=/random,rate=200"));

        // Without pods of its own, armadillo's share cannot come from there.
        await new Kubectl.Kubectl(demo.Kubeconfig, "bison").RunAsync(
            "scale", "deployment", "color-svc-v1", "--replicas", "0");

        await Eventually.HoldsAsync(
            async () => NotDeclared.IsMatch(await grid.VerdictAsync("/random")), "the missing share is noticed");
    }

    [Fact]
    public async Task A_subset_without_pods_stands_beside_the_verdict_with_its_weight()
    {
        using var manifests = new EditableManifests();
        await using var demo = await DemoProcess.StartAsync(manifests.Path);
        await using var grid = await GridPage.OpenAsync(new(demo.Grid, "?panel=/random,rate=200,rows=pod"));
        await Eventually.HoldsAsync(
            async () => AsDeclared.IsMatch(await grid.VerdictAsync("/random")), "80 % are as declared");
        Assert.Matches(
            @"^Declared by VirtualService color/color, split \(\S*virtual-service\.yaml:\d+\) since before "
            + @"\d\d:\d\d:\d\d$", await grid.Panel("/random").Locator("[data-declared-source]").InnerTextAsync());
        Assert.Equal("true", await grid.Panel("/random").Locator("[data-rows]").GetAttributeAsync("aria-pressed"));
        Assert.True(await grid.Panel("/random").Locator("[role=row][data-pod]").CountAsync() >= 2);

        await new Kubectl.Kubectl(demo.Kubeconfig, "bison").RunAsync(
            "scale", "deployment", "color-svc-v1", "--replicas", "0");

        await Eventually.HoldsAsync(
            async () => await grid.Panel("/random").Locator(".panel-verdict [data-fact-kind=NoPods]").CountAsync() == 1,
            "the reason is told");
        Assert.Equal(
            "subset bison has no ready pod in bison: its 20 % get 503",
            await grid.Panel("/random").Locator("[data-fact-kind=NoPods]").InnerTextAsync());
        await Eventually.HoldsAsync(
            async () => NotDeclared.IsMatch(await grid.VerdictAsync("/random")), "the missing share is noticed");
    }

    [GeneratedRegex(@"^armadillo (7[5-9]|8[0-5])\.\d % ± \d\.\d \(n = [\d,]+\): as declared \(80 %\)$")]
    private static partial Regex AsDeclared { get; }

    [GeneratedRegex(@"^no longer the old weights, \d\.\d\d s after the change; settling$|50 from")]
    private static partial Regex Gone { get; }

    [GeneratedRegex(@"is not as declared \(\d+ %\): .*, p ")]
    private static partial Regex NotDeclared { get; }
}
