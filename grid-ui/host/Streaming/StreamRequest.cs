using System.Buffers;
using System.Globalization;
using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>Turns what a browser asks for into a target from the allow-lists, or says what is wrong with it.</summary>
public sealed class StreamRequest
{
    /// <summary>RFC 3986, section 3.4; what else a value needs is percent-encoded.</summary>
    private static readonly SearchValues<char> QueryCharacters = SearchValues.Create(
        "%-._~!$&'()*+,;=:@/?0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly IQueryCollection _query;
    private readonly GridSettings _settings;
    private string _refusal = "";

    private StreamRequest(IQueryCollection query, GridSettings settings) => (_query, _settings) = (query, settings);

    public static (Target? Target, string Refusal) Read(IQueryCollection query, GridSettings settings)
    {
        var request = new StreamRequest(query, settings);
        var target = request.Target();
        return request._refusal.Length > 0 ? (null, request._refusal) : (target, "");
    }

    private Target? Target()
    {
        var gateway = _settings.FindGateway(Text("gateway"));
        if (gateway is null)
        {
            return Refuse<Target>("gateway", $"is not one of {Listed(_settings.Gateways.Select(one => one.Name))}");
        }

        if (!_settings.Paths.Contains(Text("path")))
        {
            return Refuse<Target>("path", $"is not one of {Listed(_settings.Paths)}");
        }

        var protocol = Choice("protocol", "http", "grpc") == "grpc" ? SamplingProtocol.Grpc : SamplingProtocol.Http;
        var asker = Choice("asker", "host", "browser") == "browser" ? Asker.Browser : Asker.Host;
        if (asker == Asker.Browser && BrowserRefusal(gateway, protocol) is { } refusal)
        {
            Refuse(refusal);
            return null;
        }

        return new(gateway, new(gateway.Name, Text("path"), Rate(asker))
        {
            Asker = asker,
            Protocol = protocol,
            Headers = Headers(protocol, asker),
            Query = Query(protocol),
            NewConnections = Choice("connections", "kept", "new") == "new",
            Timeout = Number(
                "timeout", "milliseconds", Sampling.DefaultTimeout, Sampling.MinTimeout, Sampling.MaxTimeout),
            Concurrency = Number("concurrency", "requests", Sampling.DefaultConcurrency, 1, Sampling.MaxConcurrency),
        });
    }

    /// <summary>What a page cannot do, in a sentence; nothing when it can.</summary>
    private string? BrowserRefusal(Gateway gateway, SamplingProtocol protocol) =>
        gateway.BrowserAddress is null
            ? $"asker: browsers have no address of {gateway.Name}; GRID_BROWSER_GATEWAYS gives one to this host."
            : protocol == SamplingProtocol.Grpc ? "protocol: a browser cannot ask over gRPC; the host can."
            : Text("connections") == "new" ? "connections: a browser keeps its connections; the host can open new ones."
            : null;

    private double Rate(Asker asker) =>
        double.TryParse(Text("rate"), NumberStyles.Float, CultureInfo.InvariantCulture, out var rate)
        && SamplingRate.IsAllowed(rate) && rate <= SamplingRate.MaxOf(asker)
            ? double.Parse(SamplingRate.Text(rate), CultureInfo.InvariantCulture) // as precise as two can agree on
            : Refuse<double>("rate", "is not a number of requests per second from "
                + $"{SamplingRate.Text(SamplingRate.Min)} to {SamplingRate.Text(SamplingRate.MaxOf(asker))}");

    private List<Header> Headers(SamplingProtocol protocol, Asker asker)
    {
        var given = _query["header"];
        if (given.Count > Sampling.MaxHeaders)
        {
            Refuse($"header: {given.Count} are given; at most {Sampling.MaxHeaders} are accepted.");
            return [];
        }

        List<Header> headers = [];
        foreach (var text in given)
        {
            var (header, refusal) = PanelHeaders.Read(text ?? "", protocol, asker);
            if (header is null)
            {
                Refuse(refusal);
                return [];
            }

            headers.Add(header);
        }

        return headers;
    }

    private string Query(SamplingProtocol protocol)
    {
        var query = Text("query");
        return query switch
        {
            "" => "",
            _ when protocol == SamplingProtocol.Grpc => Refuse<string>("query", "is given, and gRPC has none"),
            { Length: > Sampling.MaxQueryLength } =>
                Refuse<string>("query", $"is longer than {Sampling.MaxQueryLength} characters"),
            _ when query.AsSpan().ContainsAnyExcept(QueryCharacters) || !IsEncoded(query) => Refuse<string>(
                "query", "is no query of a URL: letters, digits, -._~!$&'()*+,;=:@/? and percent-encoding make one"),
            _ => query,
        } ?? "";
    }

    private static bool IsEncoded(string query) => query.Split('%').Skip(1).All(
        rest => rest is [var high, var low, ..] && char.IsAsciiHexDigit(high) && char.IsAsciiHexDigit(low));

    private string Choice(string name, string standard, string other) =>
        Text(name) is var given && (given.Length == 0 || given == standard) ? standard
        : given == other ? other
        : Refuse<string>(name, $"is neither {standard} nor {other}") ?? standard;

    private int Number(string name, string unit, int standard, int lowest, int highest) =>
        Text(name) is not { Length: > 0 } text ? standard
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= lowest && number <= highest ? number
        : Refuse<int>(name, string.Create(
            CultureInfo.InvariantCulture, $"is not a whole number of {unit} from {lowest:#,0} to {highest:#,0}"));

    private string Text(string name) => _query[name].ToString();

    private T? Refuse<T>(string name, string why)
    {
        Refuse($"{name}: {Given.Show(Text(name))} {why}.");
        return default;
    }

    /// <summary>One sentence at a time: the first.</summary>
    private void Refuse(string sentence) => _refusal = _refusal.Length > 0 ? _refusal : sentence;

    private static string Listed(IEnumerable<string> allowed) => string.Join(", ", allowed);
}
