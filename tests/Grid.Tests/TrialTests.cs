using ColorDemo.Grid.Statistics;
using ColorDemo.Grid.Wire;
using static ColorDemo.Grid.Tests.Make;

namespace ColorDemo.Grid.Tests;

public sealed class TrialTests
{
    private static readonly DeclaredSplit Half = EightyTwenty with
    {
        Shares = [.. EightyTwenty.Shares.Select(share => share with { Percent = 50 })],
    };

    [Fact]
    public void Failures_and_answers_without_a_name_are_not_answers_of_the_split()
    {
        var trial = Heard(EightyTwenty, Failure(Outcome.Timeout, 3), new(Outcome.Color, 200, Destination.Unknown, 4));

        Assert.Equal(new Verdict.NoAnswers(3, 4), trial.Verdict);
        Assert.Null(trial.Pearson);
    }

    [Fact]
    public void Without_declared_weights_answers_are_only_counted()
    {
        Assert.Equal(new Verdict.NothingDeclared(9, 2), Heard(null, Color("a", 9), Failure(Outcome.Error, 2)).Verdict);
        Assert.Equal(new Verdict.NothingDeclared(9, 0), Heard(AllTo("nobody"), Color("armadillo", 9)).Verdict);
    }

    [Fact]
    public void Nothing_reacts_to_weights_that_were_not_declared_before() =>
        Assert.Null(new Trial(Epoch(2, 0, Half), before: AllTo("nobody")).Reaction);

    [Fact]
    public void Few_answers_are_too_few()
    {
        var trial = Heard(EightyTwenty, Color("armadillo", 128), Color("bison", 32));

        Assert.Equal(553 - 160, Assert.IsType<Verdict.TooFew>(trial.Verdict).More);
    }

    [Fact]
    public void Enough_answers_at_their_weights_are_as_declared()
    {
        var trial = Heard(EightyTwenty, Color("armadillo", 806), Color("bison", 194), Failure(Outcome.Refused, 7));

        var verdict = Assert.IsType<Verdict.AsDeclared>(trial.Verdict);
        Assert.Equal(("armadillo", 806, 1000), (verdict.Largest.Name, verdict.Largest.Count, verdict.Largest.Total));
        Assert.Equal(7, trial.Failures);
        Assert.Equal([806, 194, 0], trial.Findings.Select(finding => finding.Count));
        Assert.Equal([80, 20, 0], trial.Findings.Select(finding => Math.Round(finding.Declared, 9)));
        Assert.Equal(0.6353, trial.Pearson!.P, 4);
    }

    [Fact]
    public void A_weight_outside_the_interval_that_is_shown_is_no_good_news_and_no_finding()
    {
        var trial = Heard(Half, Color("armadillo", 594), Color("bison", 710));

        var verdict = Assert.IsType<Verdict.Unclear>(trial.Verdict);
        Assert.Equal(
            "armadillo 45.6 % ± 2.7 (n = 1,304): not clear yet whether as declared (50 %)",
            VerdictSentence.Of(verdict, 50));
    }

    [Fact]
    public void Other_shares_are_not_as_declared_and_the_worst_is_named()
    {
        var verdict = Assert.IsType<Verdict.NotAsDeclared>(
            Heard(EightyTwenty, Color("armadillo", 600), Color("bison", 400)).Verdict);

        Assert.Equal("bison", verdict.Worst.Name);
        Assert.InRange(verdict.P, 0, 1e-6);
    }

    [Fact]
    public void A_stranger_is_named()
    {
        var verdict = Assert.IsType<Verdict.NotAsDeclared>(
            Heard(EightyTwenty, Color("armadillo", 80), Color("bison", 20), Color("cougar", 1)).Verdict);

        Assert.Equal(("cougar v1", 0, 0), (verdict.Worst.Name, verdict.Worst.Declared, verdict.P));
    }

    [Fact]
    public void A_destination_with_weight_0_that_answers_is_named()
    {
        var verdict = Assert.IsType<Verdict.NotAsDeclared>(Heard(AllTo("armadillo"), Color("bison", 1)).Verdict);

        Assert.Equal("bison", verdict.Worst.Name);
    }

    [Fact]
    public void All_to_one_destination_is_as_declared() =>
        Assert.IsType<Verdict.AsDeclared>(Heard(AllTo("armadillo"), Color("armadillo", 100)).Verdict);

    [Fact]
    public void Pods_that_go_away_after_long_agreement_are_noticed_and_forgiven_when_they_are_back()
    {
        var trial = new Trial(Epoch(1, 0, EightyTwenty));
        for (var second = 0; second < 200; second++)
        {
            var bison = second is >= 100 and < 102 ? 0 : 40;
            trial.Hear(Frame(second + 1, [Bucket(second, 1, Color("armadillo", 200 - bison), Color("bison", bison))]));
            Assert.Equal(second is >= 100 and < 107, trial.Verdict is Verdict.NotAsDeclared);
        }

        Assert.IsType<Verdict.AsDeclared>(trial.Verdict);
    }

    [Fact]
    public void A_bucket_replaces_the_one_it_continues()
    {
        var trial = new Trial(Epoch(1, 0, EightyTwenty));
        trial.Hear(Frame(1, [Bucket(0, 1, Color("armadillo", 8), Color("bison", 2))]));
        trial.Hear(Frame(1, [Bucket(0, 1, Color("armadillo", 80), Color("bison", 20))]));

        Assert.Equal(553 - 100, Assert.IsType<Verdict.TooFew>(trial.Verdict).More);
    }

    [Fact]
    public void Answers_of_other_epochs_and_of_another_rate_do_not_count()
    {
        var trial = new Trial(Epoch(2, 0, EightyTwenty), from: Start.AddSeconds(5));

        trial.Hear(Frame(9, [Bucket(8, 1, Color("bison", 90)), Bucket(4, 2, Color("bison", 90))]));

        Assert.IsType<Verdict.NoAnswers>(trial.Verdict);
    }

    [Fact]
    public void After_a_change_the_reaction_comes_first_and_what_was_on_the_way_does_not_count()
    {
        var trial = new Trial(Epoch(2, 0, Half), before: EightyTwenty);

        trial.Hear(Frame(1, [Bucket(0, 2, Color("armadillo", 160), Color("bison", 40))]));
        Assert.Null(Assert.IsType<Verdict.Changing>(trial.Verdict).OldGone);

        trial.Hear(Frame(2, [Bucket(1, 2, Color("armadillo", 100), Color("bison", 100))]));
        Assert.Equal(TimeSpan.FromSeconds(2), Assert.IsType<Verdict.Changing>(trial.Verdict).OldGone);

        trial.Hear(Frame(3, [Bucket(2, 2, Color("armadillo", 100), Color("bison", 100))]));
        Assert.Equal(TimeSpan.FromSeconds(3), trial.Reaction!.Steady);

        trial.Hear(Frame(4, [Bucket(3, 2, Color("armadillo", 400), Color("bison", 400))]));
        Assert.Equal(800, Assert.IsType<Verdict.AsDeclared>(trial.Verdict).Largest.Total);
    }

    [Fact]
    public void Weights_that_never_arrive_are_not_as_declared_after_the_grace()
    {
        var trial = new Trial(Epoch(2, 0, Half), before: EightyTwenty);
        for (var second = 0; second < 8; second++)
        {
            trial.Hear(Frame(second + 1, [Bucket(second, 2, Color("armadillo", 160), Color("bison", 40))]));
        }

        Assert.IsType<Verdict.NotAsDeclared>(trial.Verdict);
        Assert.Null(trial.Reaction!.OldGone);
    }

    [Fact]
    public void Weights_that_arrive_after_the_grace_are_as_declared_then()
    {
        var trial = new Trial(Epoch(2, 0, Half), before: EightyTwenty);
        for (var second = 0; second < 20; second++)
        {
            var bison = second < 8 ? 40 : 100;
            trial.Hear(Frame(second + 1, [Bucket(second, 2, Color("armadillo", 200 - bison), Color("bison", bison))]));
        }

        Assert.IsType<Verdict.AsDeclared>(trial.Verdict);
        Assert.InRange(trial.Reaction!.OldGone!.Value.TotalSeconds, 8, 10);
    }

    private static DeclaredSplit AllTo(string cluster) => EightyTwenty with
    {
        Shares = [.. EightyTwenty.Shares.Select(share => share with { Percent = share.Cluster == cluster ? 100 : 0 })],
    };

    [Fact]
    public void A_destination_that_answers_late_is_not_taken_for_one_that_has_less_than_its_weight()
    {
        var trial = new Trial(Epoch(1, 0, EightyTwenty), lag: TimeSpan.FromSeconds(2));
        for (var second = 1; second <= 20; second++)
        {
            // What is asked within a second is answered by armadillo at once, and by bison in the next one.
            trial.Hear(Frame(second, [
                Bucket(second - 1, 1, Color("armadillo", 800), Color("bison", 200)),
                Bucket(second, 1, Color("armadillo", 800))]));
            Assert.IsNotType<Verdict.NotAsDeclared>(trial.Verdict);
        }

        var verdict = Assert.IsType<Verdict.AsDeclared>(trial.Verdict);
        Assert.Equal((14_400, 18_000), (verdict.Largest.Count, verdict.Largest.Total));
    }

    [Fact]
    public void While_no_second_is_complete_answers_are_too_few()
    {
        var trial = new Trial(Epoch(1, 0, EightyTwenty), lag: TimeSpan.FromSeconds(2));
        trial.Hear(Frame(1, [Bucket(1, 1, Color("armadillo", 5_000))]));

        Assert.Equal(553, Assert.IsType<Verdict.TooFew>(trial.Verdict).More);
    }

    private static Trial Heard(DeclaredSplit? split, params Tally[] tallies)
    {
        var trial = new Trial(Epoch(1, 0, split));
        trial.Hear(Frame(1, [Bucket(0, 1, tallies)]));
        return trial;
    }
}
