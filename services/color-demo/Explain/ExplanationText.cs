using System.Globalization;
using ColorDemo.Mesh.Explain;

namespace ColorDemo.Launcher.Explain;

/// <summary>Tells an explanation to a person.</summary>
internal static class ExplanationText
{
    public static void Write(TextWriter output, IEnumerable<(MeshQuestion Question, Explanation Answer)> all)
    {
        foreach (var (question, answer) in all)
        {
            output.WriteLine($"{question.Method} {question.Protocol}://{question.Host}{question.Path}");
            foreach (var line in answer.Reasons.Concat(LinesOf(answer)))
            {
                output.WriteLine($"  {line}");
            }

            output.WriteLine();
        }
    }

    private static IEnumerable<string> LinesOf(Explanation answer) =>
    [
        $"=> {Outcome(answer)}",
        .. (answer.Distribution ?? []).Select(ShareLine),
        .. Line("path and host", answer.Upstream is { } upstream ? $"{upstream.Path} as {upstream.Authority}" : null),
        .. Line("request headers", Headers(answer.Upstream?.Headers, answer.Upstream?.Absent)),
        .. Line("response headers", Headers(answer.Response?.Headers, answer.Response?.Absent)),
        .. Line("body", answer.Response?.Body is { Length: > 0 } body ? body : null),
        .. Line("delay", answer.Fault?.Delay is { } delay ? $"{delay.Ms} ms for {Percent(delay.Percent)}" : null),
        .. Line("abort", answer.Fault?.Abort is { } abort ? $"{abort.Status} for {Percent(abort.Percent)}" : null),
        .. (answer.Mirrors ?? []).SelectMany(mirror =>
            Line("mirror", $"{Percent(mirror.Percent)} to {Destination(mirror.Host, mirror.Subset, mirror.Port)}")),
        .. Line("timeout", answer.TimeoutMs is { } timeout ? $"{timeout} ms" : null),
        .. Line("retries", Retries(answer.Retries)),
        .. Line("load balancing", Balancing(answer)),
        .. Line("not simulated", answer.Unsupported is { } fields ? string.Join(", ", fields) : null),
    ];

    private static IEnumerable<string> Line(string what, string? text) => text is null ? [] : [$"   {what}: {text}"];

    private static string Outcome(Explanation answer) => answer.Status is { } status
        ? $"{answer.Outcome.Replace('_', ' ')}: {status}{(answer.Flag is { } flag ? $" {flag}" : "")}"
        : answer.Outcome.Replace('_', ' ');

    private static string ShareLine(Share share) =>
        $"   {Percent(share.Percent),6} {Destination(share.Host, share.Subset, share.Port)} -> "
        + (share.Status is { } status
            ? $"{status} {share.Flag}"
            : string.Join(", ", share.Workloads.Concat(share.Endpoints)));

    private static string Destination(string host, string? subset, int port) =>
        $"{(host.Length > 0 ? host : "(invalid backend)")}:{port}{(subset is null ? "" : $" subset {subset}")}";

    private static string Percent(double percent) => string.Create(CultureInfo.InvariantCulture, $"{percent:0.####} %");

    private static string? Headers(IReadOnlyDictionary<string, string>? headers, IReadOnlyList<string>? absent)
    {
        string[] parts =
        [
            .. (headers ?? new Dictionary<string, string>()).Select(header => $"{header.Key}: {header.Value}"),
            .. (absent ?? []).Select(name => $"no {name}"),
        ];
        return parts.Length > 0 ? string.Join("; ", parts) : null;
    }

    private static string? Retries(RetriesView? retries) => retries switch
    {
        null => null,
        { Attempts: 0 } => "none",
        _ => $"{retries.Attempts} on "
            + string.Join(',', retries.RetryOn.Concat(retries.StatusCodes.Select(code => $"{code}")))
            + (retries.PerTryTimeoutMs is { } each ? $", {each} ms each" : ""),
    };

    private static string? Balancing(Explanation answer) => answer switch
    {
        { Affinity: { } affinity } => $"by {affinity.Kind} {affinity.Name}".TrimEnd(),
        { Policy.LoadBalancer: { } balancer } => balancer,
        _ => null,
    };
}
