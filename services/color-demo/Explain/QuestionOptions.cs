using System.CommandLine;
using System.Globalization;
using ColorDemo.Mesh.Explain;
using ColorDemo.Mesh.Routing;

namespace ColorDemo.Launcher.Explain;

/// <summary>Which requests are asked about, and from where.</summary>
internal static class QuestionOptions
{
    private static readonly Argument<string[]> Target = new("[METHOD] URL")
    {
        Description = "For example http://localhost/random; GET when no method stands before it.",
        Arity = new(0, 2),
    };

    private static readonly Option<string[]> Header = new("--header", "-H")
    {
        Description = "A header of the request, 'name: value'; may be repeated. 'Host: name' sets the host.",
    };

    private static readonly Option<string?> Requests = new("--requests")
    {
        Description = "A JSON file (- for standard input) with an array of requests instead of METHOD and URL: "
            + "name, method, host, path, headers, protocol, from {kind, cluster, namespace, labels, port, podPort, "
            + "gatewayApi}.",
    };

    private static readonly Option<string> From = new("--from")
    {
        Description = "gateway: it comes in at an ingress gateway. mesh: a pod with a sidecar sends it.",
        DefaultValueFactory = _ => "gateway",
    };

    private static readonly Option<string?> Cluster = new("--cluster")
    {
        Description = "Whose gateway or pod. Default: the first.",
    };

    private static readonly Option<string?> Namespace = new("--namespace")
    {
        Description = "Of the gateway's pod (istio-system), or of the sending pod (default).",
    };

    private static readonly Option<string[]> Labels = new("--label")
    {
        Description = "A label of that pod, name=value; may be repeated. A gateway's default: istio=ingressgateway, "
            + "app=istio-ingressgateway.",
    };

    private static readonly Option<int?> Port = new("--port")
    {
        Description = "Of the gateway's Service (80), or the one that the pod dials (the URL's).",
    };

    private static readonly Option<int?> PodPort = new("--pod-port")
    {
        Description = "The port in the gateway's pod, instead of its Service's.",
    };

    private static readonly Option<string?> GatewayApi = new("--gateway-api")
    {
        Description = "A Gateway of the Gateway API, namespace/name, instead of Istio's own gateway.",
    };

    public static void AddTo(Command command)
    {
        From.AcceptOnlyFromAmong("gateway", "mesh");
        command.Add(Target);
        foreach (var option in (Option[])
            [Header, Requests, From, Cluster, Namespace, Labels, Port, PodPort, GatewayApi])
        {
            command.Add(option);
        }
    }

    /// <exception cref="ArgumentException">Something is given wrongly.</exception>
    public static IReadOnlyList<MeshQuestion> Read(ParseResult parsed)
    {
        var target = parsed.GetValue(Target) ?? [];
        if (target.FirstOrDefault(word => word.StartsWith('-')) is { } stranger)
        {
            throw new ArgumentException($"There is no option {stranger}; explain --help tells those that there are.");
        }

        return (parsed.GetValue(Requests), target) switch
        {
            ({ } file, []) => ExplainJson.Read(TextOf(file), file, Console.Error),
            (null, [var url]) when !IsMethod(url) => [Question(parsed, "GET", url)],
            (null, [var method, var url]) when IsMethod(method) => [Question(parsed, method, url)],
            (null, [var method, _]) => throw new ArgumentException(
                $"'{method}' is no method; write it in capitals before the URL: explain POST http://localhost/random"),
            (null, _) => throw new ArgumentException(
                "explain needs a URL, for example: color-demo explain http://localhost/random"),
            _ => throw new ArgumentException("Give either --requests or a URL, not both."),
        };
    }

    private static MeshQuestion Question(ParseResult parsed, string method, string url)
    {
        if (!Uri.TryCreate(url.Contains("://", StringComparison.Ordinal) ? url : $"http://{url}", UriKind.Absolute,
                out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException($"'{url}' is no URL; write for example http://localhost/random");
        }

        var headers = (parsed.GetValue(Header) ?? []).Select(Pair).ToList();
        var host = headers.LastOrDefault(header => header.Name.Equals("host", StringComparison.OrdinalIgnoreCase)).Value
            ?? uri.Authority;
        return new()
        {
            Method = method.ToUpper(CultureInfo.InvariantCulture),
            Host = host,
            Path = OriginalPath(url, uri),
            Headers = headers.Where(header => !header.Name.Equals("host", StringComparison.OrdinalIgnoreCase))
                .GroupBy(header => header.Name.ToLowerInvariant())
                .ToDictionary(same => same.Key, same => string.Join(',', same.Select(header => header.Value))),
            Protocol = uri.Scheme,
            From = Asker(parsed),
        };
    }

    /// <remarks>RFC 9110 allows more; these are what people send.</remarks>
    private static bool IsMethod(string word) => word.Length > 0 && word.All(char.IsAsciiLetterUpper);

    /// <summary>As it was typed: <see cref="Uri"/> would tidy it up.</summary>
    private static string OriginalPath(string url, Uri uri)
    {
        var start = url.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        var slash = url.AsSpan(start).IndexOfAny('/', '?');
        var path = slash < 0 ? "/" : url[(start + slash)..];
        return (path.StartsWith('?') ? $"/{path}" : path).Replace(uri.Fragment.Length > 0 ? uri.Fragment : "\n", "");
    }

    private static Asker Asker(ParseResult parsed)
    {
        return new()
        {
            Kind = parsed.GetValue(From)!,
            Cluster = parsed.GetValue(Cluster),
            Namespace = parsed.GetValue(Namespace),
            Labels = LabelsOf(parsed),
            Port = parsed.GetValue(Port),
            PodPort = parsed.GetValue(PodPort),
            GatewayApi = parsed.GetValue(GatewayApi),
        };
    }

    /// <summary>Without any, those of the gateway that the demo runs.</summary>
    private static IReadOnlyDictionary<string, string>? LabelsOf(ParseResult parsed)
    {
        var labels = (parsed.GetValue(Labels) ?? []).Select(Equation).ToList();
        return labels.Count > 0 ? labels.DistinctBy(label => label.Name).ToDictionary()
            : parsed.GetValue(From) == "gateway" && parsed.GetValue(Namespace) is null ? GatewayWorkload.IngressLabels
            : null;
    }

    private static (string Name, string Value) Pair(string header) => header.Split(':', 2) is [var name, var value]
        ? (name.Trim(), value.Trim())
        : throw new ArgumentException($"'{header}' is no header; write -H \"name: value\"");

    private static (string Name, string Value) Equation(string label) => label.Split('=', 2) is [var name, var value]
        ? (name, value)
        : throw new ArgumentException($"'{label}' is no label; write --label name=value");

    private static string TextOf(string file)
    {
        if (file == "-")
        {
            return Console.In.ReadToEnd();
        }

        return File.Exists(file)
            ? File.ReadAllText(file)
            : throw new ArgumentException($"{file}: there is no such file.");
    }
}
