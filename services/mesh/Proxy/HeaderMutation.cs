using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Carries out changes of headers.</summary>
internal static class HeaderMutation
{
    public static void Apply(HeaderChanges? changes, IHeaderDictionary headers, Exchange exchange)
    {
        if (changes is null || changes.IsEmpty)
        {
            return;
        }

        foreach (var name in changes.Remove)
        {
            headers.Remove(name);
        }

        foreach (var change in changes.Values)
        {
            var value = EnvoyText.Expand(change.Value, exchange);
            if (value.Length == 0 || !value.All(IsFieldCharacter))
            {
                continue; // Envoy: keep_empty_value is false
            }

            headers[change.Name] = change.Appends ? StringValues.Concat(headers[change.Name], value) : value;
        }
    }

    /// <summary>A value that holds what a client sent must not end the line.</summary>
    private static bool IsFieldCharacter(char one) => one is '\t' or (>= ' ' and not '\x7f' and <= '\xff');
}
