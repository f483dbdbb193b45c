namespace ColorDemo.ColorService.Colors;

/// <summary>What comes of a question, whatever the protocol.</summary>
/// <param name="Color">Null besides a failure, and for a name that is not known or not enabled.</param>
public readonly record struct Reply(Color? Color, Failure? Failure = null)
{
    public static implicit operator Reply(Failure failure) => new(null, failure);
}
