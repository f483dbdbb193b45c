using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Asking;

/// <summary>When a request was sent, and what was declared then.</summary>
public readonly record struct Sent(DateTimeOffset At, Epoch Epoch, DeclaredRule? Rule);
