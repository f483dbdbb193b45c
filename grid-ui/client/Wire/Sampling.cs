using System.Globalization;
using System.Text;

namespace ColorDemo.Grid.Wire;

public enum SamplingProtocol
{
    Http,
    Grpc,
}

public enum Asker
{
    /// <summary>The host, once for all who watch.</summary>
    Host,

    /// <summary>Each page for itself, so that one sees what a browser sees: CORS and its connections.</summary>
    Browser,
}

public sealed record Header(string Name, string Value);

/// <summary>How an endpoint is asked. Two viewers of the same one share a sampler.</summary>
/// <param name="Gateway">By name.</param>
/// <param name="Path">
/// With <see cref="SamplingProtocol.Grpc"/> only the panel's: on the wire is the method, and its rule is the one asked.
/// </param>
/// <param name="Rate">Requests per second, as <see cref="SamplingRate"/> allows.</param>
public sealed record Sampling(string Gateway, string Path, double Rate)
{
    public const int MaxHeaders = 8;
    public const int MaxHeaderLength = 200;
    public const int MaxQueryLength = 200;
    public const int MaxConcurrency = 4096;
    public const int DefaultConcurrency = 512;
    public const int DefaultTimeout = 2000;
    public const int MinTimeout = 10;
    public const int MaxTimeout = 60_000;

    /// <summary>
    /// Requests per second of a page: a browser manages some 600 fetches a second for all panels together, and over
    /// HTTP/1.1 keeps six connections to an origin, which carry 100 a second as long as answers take 60 ms at most.
    /// </summary>
    public const double MaxBrowserRate = 100;

    /// <summary>What is beyond the six connections waits inside the browser; its latency tells so.</summary>
    public const int MaxBrowserConcurrency = 32;

    public Asker Asker { get; init; }

    public SamplingProtocol Protocol { get; init; }

    /// <summary>In the order in which they were given.</summary>
    public IReadOnlyList<Header> Headers { get; init; } = [];

    /// <summary>Without the question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>
    /// A connection for each request, as <c>curl</c> does. Where a TCP load balancer stands in between, a kept
    /// connection always reaches the same side.
    /// </summary>
    public bool NewConnections { get; init; }

    /// <summary>Milliseconds until a request counts as timed out.</summary>
    public int Timeout { get; init; } = DefaultTimeout;

    /// <summary>Requests under way; beyond it, none is sent.</summary>
    public int Concurrency { get; init; } = DefaultConcurrency;

    /// <summary>What is asked over HTTP, with the answer wanted in JSON.</summary>
    /// <param name="gateway">Scheme, host and port.</param>
    public Uri AddressAt(Uri gateway) => new(gateway, $"{Path}?fmt=json{(Query.Length > 0 ? "&" : "")}{Query}");

    /// <summary>As a query string, without the question mark; what has its default is left out.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Add("gateway", Gateway);
        Add("path", Path);
        Add("rate", SamplingRate.Text(Rate));
        if (Asker != Asker.Host)
        {
            Add("asker", "browser");
        }

        if (Protocol != SamplingProtocol.Http)
        {
            Add("protocol", "grpc");
        }

        foreach (var header in Headers)
        {
            Add("header", $"{header.Name}: {header.Value}");
        }

        if (Query.Length > 0)
        {
            Add("query", Query);
        }

        if (NewConnections)
        {
            Add("connections", "new");
        }

        AddNumber("timeout", Timeout, DefaultTimeout);
        AddNumber("concurrency", Concurrency, DefaultConcurrency);
        return text.ToString();

        void Add(string name, string value) =>
            text.Append(text.Length > 0 ? "&" : "").Append(name).Append('=').Append(Uri.EscapeDataString(value));

        void AddNumber(string name, int value, int standard)
        {
            if (value != standard)
            {
                Add(name, value.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    public bool Equals(Sampling? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
