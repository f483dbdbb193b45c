using ColorDemo.Grid.Statistics;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Tests;

public class TrialsTests
{
    private static readonly DeclaredSplit Even = Make.EightyTwenty with
    {
        Shares = [new("armadillo", 50, Cluster: "armadillo"), new("bison", 50, Cluster: "bison")],
    };

    private readonly Trials _trials = new();

    [Fact]
    public void Nothing_is_tried_before_the_first_frame() => Assert.Null(_trials.Current);

    [Fact]
    public void Each_change_of_the_weights_begins_anew_and_has_its_reaction()
    {
        _trials.Hear(Make.Frame(10, [Answers(9, 1, 800, 200)], Make.Epoch(1, 0, Make.EightyTwenty)));
        Assert.IsType<Verdict.AsDeclared>(_trials.Current!.Verdict);

        _trials.Hear(Make.Frame(11, [Answers(10, 2, 510, 490)], Make.Epoch(2, 10, Even)));
        _trials.Hear(Make.Frame(12, [Answers(11, 2, 505, 495)]));
        _trials.Hear(Make.Frame(13, [Answers(12, 2, 495, 505)]));

        Assert.IsType<Verdict.AsDeclared>(_trials.Current.Verdict);
        Assert.NotNull(_trials.Reactions[2].OldGone);
        Assert.False(_trials.Reactions.ContainsKey(1));
    }

    [Fact]
    public void Whoever_begins_to_watch_after_a_change_learns_nothing_of_its_reaction()
    {
        _trials.Hear(Make.Frame(
            300, [Answers(299, 2, 510, 490)], Make.Epoch(1, 0, Make.EightyTwenty), Make.Epoch(2, 10, Even)));

        Assert.Empty(_trials.Reactions);
        Assert.IsType<Verdict.AsDeclared>(_trials.Current!.Verdict);
    }

    [Fact]
    public void What_was_answered_before_a_reset_counts_no_more()
    {
        _trials.Hear(Make.Frame(10, [Answers(9, 1, 500, 500)], Make.Epoch(1, 0, Make.EightyTwenty)));
        Assert.IsType<Verdict.NotAsDeclared>(_trials.Current!.Verdict);

        _trials.StartOver(Make.Start.AddSeconds(10));
        _trials.Hear(Make.Frame(12, [Answers(10, 1, 500, 500), Answers(11, 1, 800, 200)]));

        Assert.IsType<Verdict.AsDeclared>(_trials.Current.Verdict);
        Assert.Equal([800, 200], _trials.Current.Tallies.Select(tally => tally.Count));
    }

    [Fact]
    public void The_table_counts_what_the_verdict_counts()
    {
        _trials.Hear(Make.Frame(10, [Answers(9, 1, 800, 200)], Make.Epoch(1, 0, Make.EightyTwenty)));
        _trials.Hear(Make.Frame(11, [Answers(9, 1, 810, 210), Answers(10, 1, 90, 10)]));

        Assert.Equal([900, 220], _trials.Current!.Tallies.Select(tally => tally.Count));
        Assert.All(_trials.Current.Findings.Take(2), one => Assert.Equal(1120, one.Total));
    }

    [Fact]
    public void Whoever_connects_again_is_told_again_and_counts_once()
    {
        var half = Enumerable.Range(0, 1_800).Select(second => Answers(second, 1, 8, 2)).ToList();
        _trials.Hear(Make.Frame(1_800, half, Make.Epoch(1, -10, Make.EightyTwenty)));

        _trials.Hear(Make.Frame(1_801, half, Make.Epoch(1, -10, Make.EightyTwenty)));

        Assert.Equal(18_000, _trials.Current!.Tallies.Sum(tally => tally.Count));
        Assert.All(_trials.Current.Findings.Take(2), one => Assert.Equal(18_000, one.Total));
    }

    private static Bucket Answers(int second, long epoch, int armadillo, int bison) =>
        Make.Bucket(second, epoch, Make.Color("armadillo", armadillo), Make.Color("bison", bison));
}
