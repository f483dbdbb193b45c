using System.Globalization;

namespace ColorDemo.Grid.Statistics;

/// <summary>Says verdicts in English, whatever the language of the machine.</summary>
public static class VerdictSentence
{
    /// <param name="rate">Answers per second; 0 while nothing is asked.</param>
    public static string Of(Verdict verdict, double rate) => verdict switch
    {
        Verdict.TooFew few => $"too few to tell {Weight(few.Doubt.Declared)} from {Weight(few.Doubt.Other)}: "
            + $"about {Count(Rounded(few.More))} more{Wait(few.More, rate)}",
        Verdict.AsDeclared { Largest: { Declared: > 99.999 } seen } when seen.Count == seen.Total =>
            $"all {Answers(seen.Total)} from {seen.Name}: as declared (100 %)",
        Verdict.AsDeclared { Largest: var seen } =>
            $"{seen.Name} {Share(seen)} (n = {Count(seen.Total)}): as declared ({Weight(seen.Declared)} %)",
        Verdict.Unclear { Largest: var seen } =>
            $"{seen.Name} {Share(seen)} (n = {Count(seen.Total)}): not clear yet whether as declared "
            + $"({Weight(seen.Declared)} %)",
        Verdict.NotAsDeclared { Worst: { Declared: 0 } seen } =>
            $"{seen.Name} is not as declared (0 %): {Count(seen.Count)} of {Answers(seen.Total)}, one is proof",
        Verdict.NotAsDeclared { Worst: var seen, P: var p } =>
            $"{seen.Name} is not as declared ({Weight(seen.Declared)} %): {Share(seen)}, {Probability(p)}",
        Verdict.Changing { OldGone: { } gone } =>
            $"no longer the old weights, {Seconds(gone)} after the change; settling",
        Verdict.Changing { For: var time, IsEarly: true } =>
            $"weights changed {Seconds(time)} ago: too few answers yet to tell the new from the old",
        Verdict.Changing { For: var time } =>
            $"no sign of the new weights yet, {Seconds(time)} after the change",
        Verdict.NothingDeclared { Answers: > 0 and var answers } =>
            $"no declared weights to compare {Answers(answers)} with",
        Verdict.NothingDeclared { Failures: > 0 and var failures } => OnlyFailures(failures),
        Verdict.NoAnswers { Unnamed: > 0 and var unnamed } =>
            $"{Answers(unnamed)}, none says where it comes from",
        Verdict.NoAnswers { Failures: > 0 and var failures } => OnlyFailures(failures),
        _ => "no answers yet",
    };

    /// <param name="percent">As <see cref="History.FailedPercent"/>.</param>
    /// <returns>Nothing when none did.</returns>
    public static string? Failed(double percent) => percent switch
    {
        <= 0 => null,
        < 0.1 => $"under 0.1 % failed in the last {History.Recently.TotalSeconds:0} s",
        _ => $"{Text(percent, percent < 10 ? "0.0" : "0")} % failed in the last {History.Recently.TotalSeconds:0} s",
    };

    private static string OnlyFailures(long failures) =>
        failures == 1 ? "no answers, 1 failure" : $"no answers, {Count(failures)} failures";

    private static string Share(Finding seen)
    {
        var format = seen.Margin < 0.1 ? "0.00" : "0.0";
        return $"{Text(seen.Observed, format)} % ± {Text(seen.Margin, format)}";
    }

    private static string Weight(double percent) => Text(percent, "0.##");

    private static string Probability(double p) => p < 0.001 ? "p < 0.001" : $"p = {Text(p, "0.000")}";

    private static string Seconds(TimeSpan time) =>
        $"{Text(time.TotalSeconds, time.TotalSeconds < 10 ? "0.00" : "0")} s";

    private static string Answers(long count) => count == 1 ? "1 answer" : $"{Count(count)} answers";

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Wait(long answers, double rate) => rate <= 0 ? "" : (answers / rate) switch
    {
        < 1 => ", less than 1 s at this rate",
        < 90 and var seconds => $", {Text(seconds, "0")} s at this rate",
        < 5400 and var seconds => $", {Text(seconds / 60, "0")} min at this rate",
        var seconds => $", {Text(seconds / 3600, "N0")} h at this rate",
    };

    /// <summary>Two digits: the third would claim more than is known.</summary>
    private static long Rounded(long count)
    {
        var unit = (long)Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(1, count))) - 1));
        return (count + unit / 2) / unit * unit;
    }

    private static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
