using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Tests;

public sealed class DeclaredSourceTests
{
    private const string Name = "VirtualService color/color, split";

    [Theory]
    [InlineData(0.4, "just now")]
    [InlineData(59.9, "59 s ago")]
    [InlineData(185, "3 min ago")]
    [InlineData(7_500, "2 h 5 min ago")]
    public void It_tells_which_rule_where_and_since_when(double seconds, string ago) => Assert.Equal(
        $"Declared by {Name} (virtual-service.yaml:12) since {Clock}, {ago}",
        DeclaredSource.Of(
            Make.Epoch(1, 0, Make.EightyTwenty), new(new(Name, "virtual-service.yaml:12"), []),
            Make.Start.AddSeconds(seconds)));

    [Fact]
    public void Weights_found_when_the_host_began_to_look_are_at_least_as_old() => Assert.Equal(
        $"Declared by {Name} since before {Clock}",
        DeclaredSource.Of(
            Make.Epoch(1, 0, Make.EightyTwenty) with { MayBeOlder = true }, Circumstances.None,
            Make.Start.AddSeconds(5)));

    [Fact]
    public void Unknown_weights_have_their_reason() => Assert.Equal(
        "Unknown in this test.", DeclaredSource.Of(Make.Epoch(1, 0, null), Circumstances.None, Make.Start));

    private static string Clock => TimelineReading.Clock(Make.Start);
}
