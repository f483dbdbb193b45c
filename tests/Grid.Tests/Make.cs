using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Tests;

/// <summary>Short words for the records that tests are full of.</summary>
internal static class Make
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static readonly DeclaredSplit EightyTwenty = new(
        "VirtualService color/color, split",
        [new("armadillo", 80, Cluster: "armadillo"), new("bison", 20, Cluster: "bison")]);

    public static Tally Color(string cluster, int count, string version = "v1") =>
        new(Outcome.Color, 200, new(cluster, version), count);

    public static Tally Failure(Outcome outcome, int count, int status = 0) =>
        new(outcome, status, Destination.Unknown, count);

    /// <param name="second">After <see cref="Start"/>.</param>
    public static Bucket Bucket(int second, long epoch, params Tally[] tallies) =>
        new(Start.ToUnixTimeSeconds() + second, epoch, tallies);

    public static Epoch Epoch(long number, int second, DeclaredSplit? split) =>
        new(number, Start.AddSeconds(second), split, split is null ? "Unknown in this test." : null);

    public static Frame Frame(int second, IReadOnlyList<Bucket> buckets, params Epoch[] epochs) =>
        new(Start.AddSeconds(second), [], buckets, epochs);

    public static Sample Sample(long number, string cluster = "armadillo") =>
        new(number, Outcome.Color, 200, new(cluster, "v1"), Name: "Green", Hex: "#008000");
}
