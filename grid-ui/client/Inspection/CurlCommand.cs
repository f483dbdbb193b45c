using System.Text;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Inspection;

/// <summary>The request as a command for a POSIX shell, so that it can be asked again beside the page.</summary>
public static class CurlCommand
{
    private const string GrpcService = "/color.v1.ColorService/";

    public static string Of(SampleDetails details)
    {
        var isGrpc = details.Url.Contains(GrpcService, StringComparison.Ordinal);
        var text = new StringBuilder();
        if (isGrpc)
        {
            // An empty message: one byte "not compressed", four for the length.
            text.Append(@"printf '\0\0\0\0\0' | ");
        }

        text.Append("curl -sS -i");
        if (isGrpc)
        {
            text.Append(" --http2-prior-knowledge -H 'content-type: application/grpc' -H 'te: trailers'")
                .Append(" --data-binary @- --output -");
        }

        // curl would take brackets and braces for a list of addresses, and dots for steps to take first.
        if (details.Url.AsSpan().ContainsAny("[]{}"))
        {
            text.Append(" --globoff");
        }

        if (details.Url.Contains("/.", StringComparison.Ordinal))
        {
            text.Append(" --path-as-is");
        }

        foreach (var header in details.Sent)
        {
            // To curl, "name:" means: do not send it. "name;" means: send it empty.
            text.Append(" -H ")
                .Append(Quoted(header.Value.Length > 0 ? $"{header.Name}: {header.Value}" : $"{header.Name};"));
        }

        return text.Append(' ').Append(Quoted(details.Url)).ToString();
    }

    /// <summary>Between single quotes nothing has a meaning but the single quote: POSIX.1-2024, Shell 2.2.2.</summary>
    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
