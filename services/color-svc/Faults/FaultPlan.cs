using ColorDemo.ColorService.Colors;

namespace ColorDemo.ColorService.Faults;

/// <summary>All faults that are in force at one time. Immutable.</summary>
public sealed record FaultPlan
{
    /// <summary>Of every answer, but for those of a family in <see cref="Families"/>.</summary>
    public Fault General { get; init; } = Fault.None;

    /// <summary>A family's own fault stands in the place of the general one.</summary>
    public IReadOnlyDictionary<Family, Fault> Families { get; init; } = new Dictionary<Family, Fault>();

    /// <summary>Readiness says no, while requests are still answered.</summary>
    public bool IsUnready { get; init; }

    /// <summary>True when no answer is touched.</summary>
    public bool IsHarmless => General.IsHarmless && Families.Values.All(fault => fault.IsHarmless);

    /// <param name="family">Of the color that is about to be answered; null when it has none.</param>
    public Fault For(Family? family) =>
        family is not null && Families.TryGetValue(family, out var own) ? own : General;
}
