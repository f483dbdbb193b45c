using ColorDemo.Grid.Statistics;
using ColorDemo.Grid.Wire;
using static ColorDemo.Grid.Tests.Make;

namespace ColorDemo.Grid.Tests;

public sealed class AnswerKindsTests
{
    private static readonly DeclaredSplit Aborted = EightyTwenty with { AbortPercent = 50, AbortStatus = 400 };

    [Fact]
    public void Aborts_are_a_kind_of_their_own_and_take_their_part_of_the_others()
    {
        var kinds = new AnswerKinds(Aborted);

        Assert.Equal(["armadillo", "bison", "status 400", "something else"], kinds.Names);
        Assert.Equal([0.4, 0.1, 0.5, 0], kinds.SharesOf(Aborted));
        Assert.Equal(2, kinds.KindOf(Failure(Outcome.Error, 1, status: 400)));
    }

    [Fact]
    public void Weights_are_relative()
    {
        var (armadillo, bison) = (EightyTwenty.Shares[0], EightyTwenty.Shares[1]);
        var split = new DeclaredSplit("rule", [armadillo with { Percent = 3 }, bison with { Percent = 1 }]);

        Assert.Equal([0.75, 0.25, 0], new AnswerKinds(split).SharesOf(split));
    }

    [Fact]
    public void A_failure_that_nobody_declared_says_nothing_of_the_split()
    {
        var kinds = new AnswerKinds(Aborted);

        Assert.Null(kinds.KindOf(Failure(Outcome.Error, 1, status: 503)));
        Assert.Null(kinds.KindOf(Failure(Outcome.Timeout, 1)));
        Assert.Null(kinds.KindOf(Failure(Outcome.Refused, 1)));
        Assert.Null(kinds.KindOf(Failure(Outcome.Garbage, 1)));
    }

    [Fact]
    public void A_destination_that_nobody_declared_is_the_last_kind() =>
        Assert.Equal(2, new AnswerKinds(EightyTwenty).KindOf(Color("cougar", 1)));

    [Fact]
    public void An_answer_that_does_not_say_who_it_is_proves_nothing() => Assert.Null(
        new AnswerKinds(EightyTwenty).KindOf(new(Outcome.Color, 200, Destination.Unknown, 1)));

    [Fact]
    public void Shares_that_one_answer_may_belong_to_are_one_kind()
    {
        var split = new DeclaredSplit("rule", [new("any", 30), new("b", 10, "bison"), new("v1", 60, null, "v1")]);

        var kinds = new AnswerKinds(split);

        Assert.Equal(["any or bison or v1", "something else"], kinds.Names);
        Assert.Equal([1, 0], kinds.SharesOf(split), Near);
    }

    [Fact]
    public void Two_splits_share_the_kinds_that_both_tell_apart()
    {
        var canary = new DeclaredSplit("rule", [
            new("v1", 70, "armadillo", "v1"), new("v2", 10, "armadillo", "v2"), new("bison", 20, "bison")]);

        var kinds = new AnswerKinds(EightyTwenty, canary);

        Assert.Equal(kinds.SharesOf(EightyTwenty), kinds.SharesOf(canary), Near);
        Assert.Equal(kinds.KindOf(Color("armadillo", 1)), kinds.KindOf(Color("armadillo", 1, "v2")));
    }

    private static bool Near(double one, double other) => Math.Abs(one - other) < 1e-9;
}
