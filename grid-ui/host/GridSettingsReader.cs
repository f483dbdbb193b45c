using System.Globalization;
using System.Net;
using System.Text;

namespace ColorDemo.GridHost;

/// <summary>Reads the environment once, at start, and collects every problem: one edit can fix them all.</summary>
public sealed class GridSettingsReader(IConfiguration environment)
{
    private readonly List<string> _problems = [];

    /// <summary>One sentence for each variable that does not parse: its name, its value, what is accepted.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public GridSettings Read() => new(
        Parse("BIND_ADDRESS", "", "an IP address, for example 127.0.0.1", Address),
        Parse("PORT", "8080", "a whole number from 0 to 65535", Port),
        Gateways(),
        Parse("GRID_PATHS", "/random,/armadillo,/bison,/chaos",
            "paths separated by commas, each with a leading / and without ? or #", Paths) ?? [],
        Parse("GRID_TRACE_LINK", "",
            "an http or https URL with {traceId}, for example http://localhost:16686/trace/{traceId}", TraceLink));

    private List<Gateway> Gateways()
    {
        const string pairs = "name=URL pairs separated by commas, each URL being http://host:port";
        var gateways = Parse(
            "GRID_GATEWAYS", "armadillo=http://localhost:32011,bison=http://localhost:32012", pairs, Pairs) ?? [];
        var grpc = Others("GRID_GRPC_GATEWAYS");
        var browser = Others("GRID_BROWSER_GATEWAYS");
        return [.. gateways.Select(gateway => gateway with
        {
            GrpcAddress = grpc.Find(one => one.Name == gateway.Name)?.Address,
            BrowserAddress = browser.Find(one => one.Name == gateway.Name)?.Address,
        })];

        List<Gateway> Others(string variable) => Parse(
            variable, "", $"{pairs} and each name one of GRID_GATEWAYS",
            text => text.Length == 0 ? (true, [])
                : Pairs(text) is (true, { } given) && given.TrueForAll(IsKnown) ? (true, given)
                : (false, null)) ?? [];

        bool IsKnown(Gateway one) => gateways.Exists(gateway => gateway.Name == one.Name);
    }

    private T? Parse<T>(string variable, string whenAbsent, string accepted, Func<string, (bool, T?)> parse)
    {
        var text = environment[variable] is { Length: > 0 } given ? given.Trim() : whenAbsent;
        var (parsed, value) = parse(text);
        if (!parsed)
        {
            _problems.Add($"{variable}: '{text}' is not accepted; give {accepted}.");
        }

        return value;
    }

    private static (bool, IPAddress?) Address(string text) =>
        text.Length == 0 ? (true, null) : (IPAddress.TryParse(text, out var address), address);

    private static (bool, int) Port(string text) =>
        (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port), port);

    private static (bool, List<Gateway>?) Pairs(string text)
    {
        var gateways = Items(text).Select(ReadGateway).ToList();
        var names = gateways.Select(gateway => gateway?.Name).Distinct().Count();
        return gateways.Count > 0 && names == gateways.Count && gateways.TrueForAll(gateway => gateway is not null)
            ? (true, gateways.OfType<Gateway>().ToList())
            : (false, null);
    }

    private static Gateway? ReadGateway(string item) =>
        item.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, var url]
        && Ascii.IsValid(url) && !url.Contains('%', StringComparison.Ordinal) // it becomes part of a header
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? new Gateway(name, address)
            : null;

    private static (bool, IReadOnlyList<string>?) Paths(string text)
    {
        var paths = Items(text);
        return (paths.Length > 0 && paths.Distinct().Count() == paths.Length && paths.All(IsPath), paths);
    }

    private static (bool, string?) TraceLink(string text) => text.Length == 0 ? (true, null) : (
        text.Contains("{traceId}", StringComparison.Ordinal)
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https", text);

    private static bool IsPath(string path) =>
        path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Any(c => c is '?' or '#' or '\\' || char.IsControl(c) || char.IsWhiteSpace(c));

    private static string[] Items(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
