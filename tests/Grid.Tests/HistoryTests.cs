using ColorDemo.Grid.Wire;
using static ColorDemo.Grid.Tests.Make;

namespace ColorDemo.Grid.Tests;

public sealed class HistoryTests
{
    [Fact]
    public void A_later_bucket_replaces_the_one_it_continues_so_missed_frames_do_no_harm()
    {
        var everyFrame = new History();
        everyFrame.Add(Frame(0, [Bucket(0, 1, Color("armadillo", 1))], Epoch(1, 0, EightyTwenty)));
        everyFrame.Add(Frame(0, [Bucket(0, 1, Color("armadillo", 2))]));
        everyFrame.Add(Frame(0, [Bucket(0, 1, Color("armadillo", 3))]));
        var lastFrame = new History();
        lastFrame.Add(Frame(0, [Bucket(0, 1, Color("armadillo", 3))], Epoch(1, 0, EightyTwenty)));

        Assert.Equal(3, Count(everyFrame.Buckets));
        Assert.Equal(3, Count(lastFrame.Buckets));
    }

    [Fact]
    public void A_second_in_which_the_weights_change_has_a_bucket_for_each_of_them()
    {
        var history = new History();
        history.Add(Frame(5, [Bucket(5, 1, Color("armadillo", 10))], Epoch(1, 0, EightyTwenty)));
        history.Add(Frame(5, [Bucket(5, 2, Color("bison", 4))], Epoch(2, 5, EightyTwenty)));

        Assert.Equal([(1, 10), (2, 4)], history.Buckets.Select(bucket => (bucket.Epoch, Count([bucket]))));
    }

    [Fact]
    public void It_tells_how_long_ago_its_oldest_answer_was()
    {
        var history = new History();
        Assert.Equal(TimeSpan.Zero, history.Seen);

        history.Add(Frame(60, [Bucket(20, 1, Color("bison", 1))], Epoch(1, 0, null)));
        Assert.Equal(TimeSpan.FromSeconds(40), history.Seen);
    }

    [Fact]
    public void Failures_are_of_the_last_seconds_and_those_that_are_declared_are_none()
    {
        var history = new History();
        var abort = EightyTwenty with { AbortPercent = 50, AbortStatus = 400 };
        history.Add(Frame(
            60,
            [
                Bucket(20, 1, Failure(Outcome.Timeout, 1_000)),
                Bucket(59, 1, Color("bison", 6), Failure(Outcome.Error, 3, 400), Failure(Outcome.Error, 1, 503)),
            ],
            Epoch(1, 0, abort)));

        Assert.Equal(10, history.FailedPercent);
    }

    [Fact]
    public void What_is_older_than_half_an_hour_is_forgotten_but_never_the_current_epoch()
    {
        var history = new History();
        history.Add(Frame(0, [Bucket(0, 1, Color("bison", 1))], Epoch(1, 0, null)));
        history.Add(Frame(1, [], Epoch(2, 1, EightyTwenty)));

        history.Add(Frame(1_900, []));

        Assert.Empty(history.Buckets);
        Assert.Equal(2, Assert.Single(history.Epochs).Number);
    }

    [Fact]
    public void Clearing_forgets_all_but_the_weights_in_force_and_what_is_told_again()
    {
        var history = new History();
        history.Add(Frame(5, [Bucket(4, 1, Color("bison", 1))], Epoch(1, 0, EightyTwenty), Epoch(2, 3, EightyTwenty)));

        history.Clear();
        history.Add(Frame(7, [Bucket(4, 1, Color("bison", 1)), Bucket(6, 2, Color("bison", 1))]));

        Assert.Equal(6, Assert.Single(history.Buckets).Second - Start.ToUnixTimeSeconds());
        Assert.Equal(2, Assert.Single(history.Epochs).Number);
    }

    [Fact]
    public void Memory_is_bounded_however_often_the_weights_change_and_pods_come()
    {
        var history = new History();
        for (var change = 1; change <= 5_000; change++)
        {
            var at = Start.AddSeconds(change / 10.0);
            history.Add(new(
                at, [], [Bucket(change / 10, change, Color("bison", 1))], [Epoch(change, change / 10, null)],
                [new(change, at, IncidentKind.PodCame, "here")]));
        }

        Assert.Equal((4_000, 200, 500), (history.Buckets.Count, history.Epochs.Count, history.Incidents.Count));
        Assert.Equal(5_000, history.Current!.Number);
    }

    private static int Count(IEnumerable<Bucket> buckets) =>
        buckets.Sum(bucket => bucket.Tallies.Sum(tally => tally.Count));
}
