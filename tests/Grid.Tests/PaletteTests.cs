using ColorDemo.Grid.Faces;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Tests;

public sealed class PaletteTests
{
    /// <summary>Oklab; what lies this far apart is told apart side by side, in cells of a few pixels.</summary>
    private const double Apart = 0.06;

    [Theory]
    [InlineData("#ffffff", "#000000", 21)]
    [InlineData("#767676", "#ffffff", 4.54)] // the lightest gray that WCAG allows on white
    [InlineData("#ff0000", "#ffffff", 4.0)]
    public void Contrast_is_that_of_WCAG(string a, string b, double contrast) =>
        Assert.Equal(contrast, Rgb.Contrast(Rgb.Parse(a), Rgb.Parse(b)), tolerance: 0.005);

    [Fact]
    public void Text_is_readable_on_every_color_that_can_be()
    {
        for (var color = 0; color < 1 << 24; color += 251)
        {
            var ground = new Rgb((byte)(color >> 16), (byte)(color >> 8), (byte)color);
            Assert.True(Rgb.Contrast(ground, ground.Ink) >= 4.5, $"{ground}");
        }
    }

    [Fact]
    public void Versions_and_clusters_differ_for_every_kind_of_color_vision() =>
        Assert.All(ColorVision.Kinds, kind =>
        {
            AllApart(kind.Key, Palette.Named);
            AllApart(kind.Key, [.. Palette.Clusters.Take(2)]); // further ones by their shape
        });

    [Fact]
    public void Slower_is_lighter_and_every_step_is_seen_by_everybody()
    {
        Assert.All(LatencyScale.Colors.Zip(LatencyScale.Colors.Skip(1)), step =>
        {
            Assert.True(step.First.Luminance < step.Second.Luminance);
            Assert.All(ColorVision.Kinds, kind =>
                Assert.True(ColorVision.Distance(step.First, step.Second, kind.Value) > Apart, kind.Key));
        });
        Assert.Equal(LatencyScale.Bounds.Count + 1, LatencyScale.Colors.Count);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(1.01, 1)]
    [InlineData(1000, 6)]
    [InlineData(60_000, 7)]
    public void A_step_ends_with_its_bound(double milliseconds, int step) =>
        Assert.Equal(step, LatencyScale.Step(milliseconds));

    [Fact]
    public void Thirty_five_pods_and_as_many_versions_have_each_their_own_tint()
    {
        Assert.Equal(35, Enumerable.Range(0, 35).Select(Palette.Pod).Distinct().Count());
        Assert.Equal(35, Enumerable.Range(0, 35).Select(Palette.Version).Distinct().Count());
        Assert.All(Enumerable.Range(0, 100), i => Assert.NotEqual(Palette.Pod(i).Pattern, Palette.Pod(i + 1).Pattern));
    }

    [Fact]
    public void Statuses_are_colored_by_class()
    {
        var classes = new[] { 200, 301, 404, 503 }
            .Select(status => Palette.Status(status < 300 ? Outcome.Color : Outcome.Error, status));

        Assert.Equal(4, classes.Distinct().Count());
        Assert.Equal(Palette.Status(Outcome.Error, 404), Palette.Status(Outcome.Error, 400));
        Assert.Equal(Palette.Status(Outcome.Color, 200), Palette.Status(Outcome.Color, 0)); // gRPC's OK
    }

    private static void AllApart(string kind, IReadOnlyList<Rgb> colors)
    {
        for (var i = 0; i < colors.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var distance = ColorVision.Distance(colors[i], colors[j], ColorVision.Kinds[kind]);
                Assert.True(distance > Apart, $"{kind}: {colors[i]} and {colors[j]} are only {distance:0.000} apart");
            }
        }
    }
}
