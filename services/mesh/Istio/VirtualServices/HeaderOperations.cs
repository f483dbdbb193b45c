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
            HeaderOperations.Read(headers.Object("request"), maySetAuthority: true),
            HeaderOperations.Read(headers.Object("response"), maySetAuthority: false));
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

    internal static HeaderOperations Read(Fields? operations, bool maySetAuthority)
    {
        if (operations is null)
        {
            return None;
        }

        var remove = operations.TextItems("remove");
        foreach (var (name, field) in remove)
        {
            CheckName(operations, field, name, maySetAuthority: false);
        }

        var read = new HeaderOperations(
            ReadValues(operations.Object("set"), maySetAuthority),
            ReadValues(operations.Object("add"), maySetAuthority),
            [.. remove.Select(item => item.Text)]);
        operations.End();
        return read;
    }

    private static Dictionary<string, string> ReadValues(Fields? values, bool maySetAuthority)
    {
        Dictionary<string, string> read = new(StringComparer.OrdinalIgnoreCase);
        foreach (var name in values?.Names ?? [])
        {
            CheckName(values!, name, name, maySetAuthority);
            if (!values!.Has(name))
            {
                values.Error(name, "cannot be null; \"\" is an empty value");
            }

            var value = values.Text(name) ?? "";
            if (HeaderValue.Refusal(value) is { } refusal)
            {
                values.Error(name, refusal);
            }

            if (!read.TryAdd(name, value))
            {
                values.Error(name, "is the same header as one above: names ignore case; keep one");
            }
        }

        return read;
    }

    private static void CheckName(Fields fields, string field, string name, bool maySetAuthority)
    {
        if (HeaderNames.IsAuthority(name))
        {
            if (!maySetAuthority)
            {
                fields.Error(field, $"invalid header '{name}': cannot set Host header here; only set and add of a "
                    + "request, or rewrite.authority, change it");
            }
        }
        else if (name.StartsWith(':'))
        {
            fields.Error(field, $"invalid header '{name}': header cannot have \":\" prefix; use rewrite instead");
        }
        else if (!HeaderNames.IsToken(name))
        {
            fields.Error(field, HeaderNames.Refusal(name));
        }
    }
}
