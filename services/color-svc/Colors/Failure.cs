namespace ColorDemo.ColorService.Colors;

/// <summary>Why there is no color, in words that both protocols use.</summary>
/// <param name="Status">HTTP's; gRPC has its own, which is derived from it.</param>
/// <param name="Detail">Contains nothing that a client sent, but for the name of a family that could be one.</param>
/// <param name="RetryAfter">When it is worth asking again; null when nobody knows.</param>
public sealed record Failure(int Status, string Detail, TimeSpan? RetryAfter = null)
{
    /// <summary>The line of the text answer, without its end.</summary>
    public string Text => $"ERROR: {Detail}";
}
