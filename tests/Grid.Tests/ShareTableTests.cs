using ColorDemo.Grid.Statistics;
using ColorDemo.Grid.Wire;
using static ColorDemo.Grid.Tests.Make;

namespace ColorDemo.Grid.Tests;

public sealed class ShareTableTests
{
    [Fact]
    public void Declared_destinations_come_in_their_order_seen_or_not()
    {
        var rows = Rows(EightyTwenty, Color("bison", 10));

        Assert.Equal(["armadillo", "bison"], rows.Select(row => row.Key));
        Assert.Equal([0, 100], rows.Select(row => row.Observed));
        Assert.Equal([80, 20], rows.Select(row => row.Declared));
    }

    [Fact]
    public void Names_without_end_are_summed_up()
    {
        var rows = new ShareTable(
            [.. Enumerable.Range(0, 1_000).Select(i => Make.Color($"cluster-{i:000}", 2))], Make.EightyTwenty).Rows();

        Assert.Equal(40, rows.Count);
        Assert.Equal(("others", "963", 1_926), (rows[^1].Label, rows[^1].Detail, rows[^1].Count));
    }

    [Fact]
    public void Shares_are_of_all_samples_failures_included()
    {
        var rows = Rows(
            EightyTwenty, Color("armadillo", 60), Color("bison", 20), Failure(Outcome.Error, 20, status: 503));

        Assert.Equal([60, 20, 20], rows.Select(row => row.Observed));
        Assert.All(rows, row => Assert.Equal(100, row.Total));
    }

    [Fact]
    public void What_is_seen_but_not_declared_gets_a_row_that_says_so()
    {
        var rows = Rows(EightyTwenty, Color("armadillo", 9), Color("cougar", 1));

        var cougar = Assert.Single(rows, row => row.Key == "cougar");
        Assert.Null(cougar.Declared);
        Assert.Equal("not declared", cougar.Note);
    }

    [Fact]
    public void Without_declared_weights_each_cluster_and_version_has_its_row()
    {
        var rows = Rows(null, Color("bison", 1), Color("armadillo", 2, "v2"), Color("armadillo", 3));

        Assert.Equal(["armadillo v1", "armadillo v2", "bison v1"], rows.Select(row => row.Destination.ToString()));
        Assert.All(rows, row => Assert.Equal("", row.Note));
    }

    [Fact]
    public void A_subset_of_a_cluster_sums_up_its_versions() =>
        Assert.Equal(5, Rows(EightyTwenty, Color("armadillo", 2, "v2"), Color("armadillo", 3))[0].Count);

    [Fact]
    public void A_share_that_any_cluster_may_serve_is_shown_by_cluster_without_a_tick()
    {
        var split = new DeclaredSplit("rule", [new("color-svc", 100)], AbortPercent: 50, AbortStatus: 400);

        var rows = Rows(split, Color("armadillo", 1), Color("bison", 1), Failure(Outcome.Error, 2, status: 400));

        Assert.Equal(["armadillo", "bison", "400"], rows.Select(row => row.Key));
        Assert.Equal([null, null, 50], rows.Select(row => row.Declared));
        Assert.Equal("any of 50 % declared", rows[0].Note);
    }

    [Fact]
    public void An_abort_takes_its_part_of_every_declared_share()
    {
        var rows = Rows(EightyTwenty with { AbortPercent = 50, AbortStatus = 400 });

        Assert.Equal(["armadillo", "bison", "400"], rows.Select(row => row.Key));
        Assert.Equal([40, 10, 50], rows.Select(row => row.Declared));
    }

    [Fact]
    public void Each_way_to_fail_has_its_own_row_and_each_status_too()
    {
        var rows = Rows(
            null,
            Failure(Outcome.Garbage, 1), Failure(Outcome.Refused, 1), Failure(Outcome.Timeout, 1),
            Failure(Outcome.Error, 1, 503), Failure(Outcome.Error, 1, 400));

        Assert.Equal(["400", "503", "timeout", "refused", "garbage"], rows.Select(row => row.Key));
    }

    [Fact]
    public void Pods_stand_below_the_destination_that_they_are_part_of()
    {
        var rows = new ShareTable(
            [
                Pod("armadillo", "a-0", 60), Pod("armadillo", "a-1", 20),
                Pod("bison", "b-0", 15), Pod("cougar", "c-0", 5),
            ],
            EightyTwenty, ShareRows.Pod).Rows();

        Assert.Equal(
            ["armadillo", "a-0", "a-1", "bison", "b-0", "cougar", "c-0"], rows.Select(row => row.Key));
        Assert.Equal([80, 60, 20, 15, 15, 5, 5], rows.Select(row => row.Observed));
        Assert.Equal([80, null, null, 20, null, null, null], rows.Select(row => row.Declared));
        Assert.Equal("part of 80 % declared", rows[1].Note);
        Assert.Equal("not declared", rows[^1].Note);
        Assert.All(rows, row => Assert.Equal(row.Key.Contains('-'), row.IsPod));
    }

    [Fact]
    public void Answers_of_one_pod_are_one_row_whoever_sees_them_and_all_pods_make_the_destination()
    {
        var rows = new ShareTable(
            [Pod("armadillo", "a-0", 60), Color("armadillo", 7), Pod("armadillo", "a-0", 33)],
            EightyTwenty, ShareRows.Pod).Rows();

        Assert.Equal([("armadillo", 100), ("a-0", 93), ("bison", 0)], rows.Select(row => (row.Key, row.Count)));
    }

    [Theory]
    [InlineData(50, "over 50 ms")]
    [InlineData(1_500, "over 1.5 s")]
    [InlineData(60_000, "over 60 s")]
    public void A_timeout_says_after_how_long(int timeout, string detail) => Assert.Equal(
        detail, Assert.Single(new ShareTable([Failure(Outcome.Timeout, 1)], null, timeout: timeout).Rows()).Detail);

    private static Tally Pod(string cluster, string pod, int count) =>
        new(Outcome.Color, 200, new(cluster, "v1", pod), count);

    private static IReadOnlyList<ShareRow> Rows(DeclaredSplit? split, params Tally[] tallies) =>
        new ShareTable(tallies, split).Rows();
}
