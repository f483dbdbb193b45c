namespace ColorDemo.Mesh.Istio;

/// <summary>Changes of headers: first <c>remove</c>, then <c>set</c>, then <c>add</c>. Istio <c>Headers</c>.</summary>
public sealed record Headers(HeaderOperations Request, HeaderOperations Response)
{
    public static Headers None { get; } = new(HeaderOperations.None, HeaderOperations.None);

    internal static Headers? Read(Fields? headers)
    {
        if (headers is null)
        {
            return null;
        }

        var read = new Headers(
            HeaderOperations.Read(headers.Object("request")), HeaderOperations.Read(headers.Object("response")));
        headers.End();
        return read;
    }
}

/// <summary>Istio <c>Headers.HeaderOperations</c>.</summary>
/// <param name="Set">Overwrites.</param>
/// <param name="Add">Appends another value.</param>
public sealed record HeaderOperations(
    IReadOnlyDictionary<string, string> Set, IReadOnlyDictionary<string, string> Add, IReadOnlyList<string> Remove)
{
    public static HeaderOperations None { get; } = new(
        new Dictionary<string, string>(), new Dictionary<string, string>(), []);

    internal static HeaderOperations Read(Fields? operations)
    {
        if (operations is null)
        {
            return None;
        }

        var read = new HeaderOperations(
            operations.TextMap("set"), operations.TextMap("add"), operations.Texts("remove"));
        operations.End();
        return read;
    }
}
