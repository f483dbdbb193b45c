using System.Globalization;
using ColorDemo.Grid.Statistics;

namespace ColorDemo.Grid.Tests;

public sealed class VerdictSentenceTests
{
    private static readonly Doubt EightyOrSeventy = new(80, 70, 540);

    [Fact]
    public void As_declared() => Says(
        "armadillo 80.6 % ± 2.1 (n = 1,412): as declared (80 %)",
        new Verdict.AsDeclared(new("armadillo", 80, 1138, 1412)));

    [Fact]
    public void Not_as_declared() => Says(
        "bison is not as declared (10 %): 19.7 % ± 2.4, p < 0.001",
        new Verdict.NotAsDeclared(new("bison", 10, 226, 1148), 1e-9));

    [Fact]
    public void A_p_value_that_is_not_tiny_is_told() => Says(
        "bison is not as declared (10 %): 19.7 % ± 2.4, p = 0.004",
        new Verdict.NotAsDeclared(new("bison", 10, 226, 1148), 0.0042));

    [Theory]
    [InlineData(1, 1412, "cougar is not as declared (0 %): 1 of 1,412 answers, one is proof")]
    [InlineData(1, 1, "cougar is not as declared (0 %): 1 of 1 answer, one is proof")]
    public void Proof(long count, long total, string sentence) =>
        Says(sentence, new Verdict.NotAsDeclared(new("cougar", 0, count, total), 0));

    [Theory]
    [InlineData(381, 20, "too few to tell 80 from 70: about 380 more, 19 s at this rate")]
    [InlineData(381, 0, "too few to tell 80 from 70: about 380 more")]
    [InlineData(1, 20, "too few to tell 80 from 70: about 1 more, less than 1 s at this rate")]
    [InlineData(99, 1, "too few to tell 80 from 70: about 99 more, 2 min at this rate")]
    [InlineData(12_345, 0.2, "too few to tell 80 from 70: about 12,000 more, 17 h at this rate")]
    public void Too_few(long more, double rate, string sentence) =>
        Says(sentence, new Verdict.TooFew(EightyOrSeventy, more), rate);

    [Fact]
    public void Changing()
    {
        var now = TimeSpan.FromSeconds(12.3);

        Says("no sign of the new weights yet, 12 s after the change", new Verdict.Changing(now, null));
        Says(
            "weights changed 12 s ago: too few answers yet to tell the new from the old",
            new Verdict.Changing(now, null, IsEarly: true));
        Says(
            "no longer the old weights, 0.25 s after the change; settling",
            new Verdict.Changing(now, TimeSpan.FromSeconds(0.25)));
    }

    [Theory]
    [InlineData(0, 0, "no answers yet")]
    [InlineData(1, 0, "no answers, 1 failure")]
    [InlineData(1412, 0, "no answers, 1,412 failures")]
    [InlineData(3, 37, "37 answers, none says where it comes from")]
    public void No_answers(long failures, long unnamed, string sentence) =>
        Says(sentence, new Verdict.NoAnswers(failures, unnamed));

    [Theory]
    [InlineData(0, 0, "no answers yet")]
    [InlineData(0, 2, "no answers, 2 failures")]
    [InlineData(1412, 2, "no declared weights to compare 1,412 answers with")]
    public void Nothing_declared(long answers, long failures, string sentence) =>
        Says(sentence, new Verdict.NothingDeclared(answers, failures));

    [Fact]
    public void All_from_one() => Says(
        "all 1,412 answers from armadillo: as declared (100 %)",
        new Verdict.AsDeclared(new("armadillo", 100, 1412, 1412)));

    [Fact]
    public void A_small_margin_gains_a_digit() => Says(
        "armadillo 99.99 % ± 0.01 (n = 100,000): as declared (99.99 %)",
        new Verdict.AsDeclared(new("armadillo", 99.99, 99_990, 100_000)));

    [Fact]
    public void The_language_of_the_machine_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NumberGroupSeparator) = (",", ".");
        CultureInfo.CurrentCulture = comma;
        As_declared();
        CultureInfo.CurrentCulture = before;
    }

    private static void Says(string sentence, Verdict verdict, double rate = 20) =>
        Assert.Equal(sentence, VerdictSentence.Of(verdict, rate));
}
