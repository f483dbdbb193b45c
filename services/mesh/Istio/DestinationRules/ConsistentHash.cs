namespace ColorDemo.Mesh.Istio;

/// <summary>
/// Requests with the same key go to the same endpoint; one without the key goes anywhere. At most one key is set.
/// Istio <c>LoadBalancerSettings.ConsistentHashLB</c>.
/// </summary>
/// <param name="IsMaglev">Else a hash ring.</param>
/// <param name="MinimumRingSize">Default 1024, as 0 means.</param>
public sealed record ConsistentHash(
    string? HttpHeaderName,
    HashCookie? HttpCookie,
    bool UseSourceIp,
    string? HttpQueryParameterName,
    bool IsMaglev,
    int MinimumRingSize)
{
    private const int DefaultRingSize = 1024;
    private const int LargestRing = 8 * 1024 * 1024; // Envoy's limit

    private static readonly string[] Keys = ["httpHeaderName", "httpCookie", "useSourceIp", "httpQueryParameterName"];

    internal static ConsistentHash? Read(Fields? hash)
    {
        if (hash is null)
        {
            return null;
        }

        var keys = Keys.Where(hash.Has).ToList();
        if (keys.Count > 1)
        {
            hash.Error(keys[1], $"only one of {string.Join(" and ", keys)} can be set; leave one out");
        }
        else if (keys.Count == 0)
        {
            hash.Warn("", $"without a key, requests go to any endpoint; set one of {string.Join(", ", Keys)}");
        }

        var read = new ConsistentHash(
            TextOf(hash, "httpHeaderName"),
            HashCookie.Read(hash.Object("httpCookie")),
            hash.Flag("useSourceIp"),
            TextOf(hash, "httpQueryParameterName"),
            Maglev.Check(hash.Object("maglev")),
            RingSizeOf(hash));
        hash.End();
        return read;
    }

    private static string? TextOf(Fields hash, string name)
    {
        var text = hash.Text(name);
        if (text is { Length: 0 })
        {
            hash.Error(name, "cannot be empty; write the name that holds the key");
        }

        return text;
    }

    private static int RingSizeOf(Fields hash)
    {
        var ring = hash.Object("ringHash");
        var size = ring?.WholeNumber("minimumRingSize", 0, LargestRing);
        ring?.End();
        if (hash.Has("ringHash") && hash.Has("maglev"))
        {
            hash.Error("ringHash", "only one of maglev and ringHash can be set; leave one out");
        }

        var older = hash.WholeNumber("minimumRingSize", 0, LargestRing);
        if (older > 0 && (hash.Has("ringHash") || hash.Has("maglev")))
        {
            hash.Error(
                "minimumRingSize", "only one of minimumRingSize or maglev/ringHash can be specified; leave it out");
        }
        else if (older > 0)
        {
            hash.Warn("minimumRingSize",
                $"minimumRingSize is deprecated here; write ringHash: {{minimumRingSize: {older}}}");
        }

        return (size ?? older) is { } given and > 0 ? given : DefaultRingSize;
    }
}

/// <param name="Ttl">Given: a request without the cookie gets one, of this age; zero is a session cookie.</param>
public sealed record HashCookie(string Name, string? Path, TimeSpan? Ttl)
{
    internal static HashCookie? Read(Fields? cookie)
    {
        if (cookie is null)
        {
            return null;
        }

        if (!cookie.Has("name"))
        {
            cookie.Error("name", "name required for httpCookie");
        }

        var read = new HashCookie(
            cookie.Has("name") ? cookie.RequiredText("name") : "",
            cookie.Text("path"),
            cookie.Duration("ttl", TimeSpan.Zero));
        cookie.Known("name");
        cookie.NotSimulated("attributes");
        foreach (var attribute in cookie.Objects("attributes"))
        {
            attribute.RequiredText("name");
            attribute.Text("value");
            attribute.End();
        }

        cookie.End();
        return read;
    }
}
