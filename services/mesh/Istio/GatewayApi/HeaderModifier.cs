namespace ColorDemo.Mesh.Istio;

/// <summary>Reads Gateway API's <c>HTTPHeaderFilter</c>.</summary>
internal static class HeaderModifier
{
    public static HeaderOperations Read(Fields modifier)
    {
        var remove = modifier.Texts("remove");
        modifier.AtMost("remove", remove.Count, 16);
        var read = new HeaderOperations(ReadList(modifier, "set"), ReadList(modifier, "add"), remove);
        modifier.End();
        return read;
    }

    /// <remarks>Names that differ in case only are the same header: the first one counts, says the API.</remarks>
    private static Dictionary<string, string> ReadList(Fields modifier, string name)
    {
        var headers = new Dictionary<string, string>();
        var items = modifier.Objects(name);
        modifier.AtMost(name, items.Count, 16);
        HashSet<string> names = [];
        foreach (var item in items)
        {
            var header = item.HeaderName("name");
            if (!names.Add(header))
            {
                item.Error("name", $"'{header}' is there already; every name may stand once");
            }

            headers.TryAdd(header.ToLowerInvariant(), item.RequiredText("value"));
            item.End();
        }

        return headers;
    }
}
