namespace ColorDemo.Mesh.Istio;

/// <summary>Changes of headers: first <c>remove</c>, then <c>set</c>, then <c>add</c>. Istio <c>Headers</c>.</summary>
public sealed record Headers(HeaderOperations Request, HeaderOperations Response)
{
    public static Headers None { get; } = new(HeaderOperations.None, HeaderOperations.None);
}

/// <summary>Istio <c>Headers.HeaderOperations</c>.</summary>
/// <param name="Set">Overwrites.</param>
/// <param name="Add">Appends another value.</param>
public sealed record HeaderOperations(
    IReadOnlyDictionary<string, string> Set, IReadOnlyDictionary<string, string> Add, IReadOnlyList<string> Remove)
{
    public static HeaderOperations None { get; } = new(
        new Dictionary<string, string>(), new Dictionary<string, string>(), []);
}
