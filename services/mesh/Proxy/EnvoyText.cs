using System.Globalization;
using System.Text;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Header values with Envoy's <c>%VARIABLES%</c>, the common ones; others stay as they are written.</summary>
internal static class EnvoyText
{
    public static string Expand(string text, Exchange exchange)
    {
        if (!text.Contains('%'))
        {
            return text;
        }

        var expanded = new StringBuilder();
        var rest = text.AsSpan();
        for (var start = rest.IndexOf('%'); start >= 0; start = rest.IndexOf('%'))
        {
            expanded.Append(rest[..start]);
            rest = rest[(start + 1)..];
            var end = rest.IndexOf('%');
            if (end < 0)
            {
                expanded.Append('%');
                break;
            }

            var variable = rest[..end].ToString();
            expanded.Append(variable.Length == 0 ? "%" : ValueOf(variable, exchange) ?? $"%{variable}%");
            rest = rest[(end + 1)..];
        }

        return expanded.Append(rest).ToString();
    }

    /// <returns>Null for a variable that is not known here; empty for one without value.</returns>
    private static string? ValueOf(string variable, Exchange exchange)
    {
        var connection = exchange.Context.Connection;
        return variable switch
        {
            "DOWNSTREAM_REMOTE_ADDRESS" => $"{connection.RemoteIpAddress}:{connection.RemotePort}",
            "DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT" => $"{connection.RemoteIpAddress}",
            "DOWNSTREAM_LOCAL_PORT" => connection.LocalPort.ToString(CultureInfo.InvariantCulture),
            "PROTOCOL" => exchange.Context.Request.Protocol,
            "HOSTNAME" => Environment.MachineName,
            "START_TIME" => DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            "UPSTREAM_HOST" => exchange.Endpoint?.Address ?? "",
            "RESPONSE_CODE" => exchange.Context.Response.StatusCode.ToString(CultureInfo.InvariantCulture),
            _ when variable.StartsWith("REQ(", StringComparison.Ordinal) => RequestHeader(variable[4..], exchange),
            _ => null,
        };
    }

    /// <param name="arguments"><c>X?Y):Z</c>: header X, else Y, cut after Z characters; Y and Z are optional.</param>
    private static string? RequestHeader(string arguments, Exchange exchange)
    {
        var close = arguments.LastIndexOf(')');
        var tail = close < 0 ? "" : arguments[(close + 1)..];
        var longest = int.MaxValue;
        if (close < 0 || (tail.Length > 0 && (tail[0] != ':'
            || !int.TryParse(tail[1..], NumberStyles.None, NumberFormatInfo.InvariantInfo, out longest))))
        {
            return null;
        }

        foreach (var name in arguments[..close].Split('?', 2))
        {
            if (RequestText.Header(exchange.Request, name.ToLowerInvariant()) is { } value)
            {
                return value.Length > longest ? value[..longest] : value;
            }
        }

        return "";
    }
}
