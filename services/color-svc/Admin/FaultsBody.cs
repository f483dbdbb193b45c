using System.Text.Json;
using ColorDemo.ColorService.Faults;

namespace ColorDemo.ColorService.Admin;

/// <summary>The faults in force, as <c>/faults</c> tells them; it accepts the same.</summary>
/// <param name="ErrorRate">0 to 1.</param>
/// <param name="ErrorStatus">400 to 599.</param>
/// <param name="Families">By name; only those that have faults of their own.</param>
/// <param name="ForSeconds">What remains until those of the environment are back; null: until changed.</param>
internal sealed record FaultsBody(
    double ErrorRate,
    int ErrorStatus,
    double DelayMilliseconds,
    double JitterMilliseconds,
    bool Unready,
    IReadOnlyDictionary<string, FaultBody>? Families,
    double? ForSeconds)
{
    public static string Json(FaultPlan plan, TimeSpan? remaining) => JsonSerializer.Serialize(
        new(
            plan.General.ErrorRate,
            plan.General.ErrorStatus,
            plan.General.Delay.TotalMilliseconds,
            plan.General.Jitter.TotalMilliseconds,
            plan.IsUnready,
            plan.Families.Count == 0
                ? null
                : plan.Families.ToDictionary(pair => pair.Key.Name, pair => FaultBody.Of(pair.Value)),
            remaining is null ? null : Math.Round(remaining.Value.TotalSeconds, 1)),
        Http.Json.Bodies.FaultsBody);
}

/// <summary>Those of one family's colors.</summary>
internal sealed record FaultBody(
    double ErrorRate, int ErrorStatus, double DelayMilliseconds, double JitterMilliseconds)
{
    public static FaultBody Of(Fault fault) =>
        new(fault.ErrorRate, fault.ErrorStatus, fault.Delay.TotalMilliseconds, fault.Jitter.TotalMilliseconds);
}
