namespace ColorDemo.ColorService.Tests;

/// <summary>How an error that the document tells of comes about, whichever operation of that tag is asked.</summary>
/// <param name="Status">As the document has it.</param>
/// <param name="Example">The name of the one that is answered.</param>
internal sealed record OpenApiProvocation(string Tag, string Status, string Example = "error")
{
    public static IReadOnlyDictionary<string, OpenApiProvocation> All { get; } = new OpenApiProvocation[]
    {
        new("colors", "400")
        {
            Environment = [("ALLOW_REQUEST_FAULTS", "true")],
            Header = ("x-color-fault", "abort=200"),
        },
        new("colors", "404") { Path = "/random/purple" },
        new("colors", "405") { Method = HttpMethod.Post },
        new("colors", "413") { Body = "x" },
        new("colors", "429") { Environment = [("MAX_RPS", "1")], ComesLate = true },
        new("colors", "500")
        {
            Environment =
                [("DISABLE_RED", "1"), ("DISABLE_GREEN", "1"), ("DISABLE_BLUE", "1"), ("DISABLE_YELLOW", "1")],
        },
        new("colors", "default") { Environment = [("ERROR_RATE", "1")] },
        new("operations", "405") { Method = HttpMethod.Post },
        new("operations", "413") { Body = "x" },
        new("operations", "503", "draining")
        {
            Environment = [("DRAIN_SECONDS", "3600")],
            Prepare = process => Task.Run(process.Terminate),
            ComesLate = true,
        },
        new("operations", "503", "starting") { Environment = [("WARM_UP_SECONDS", "3600")] },
        new("operations", "503", "told")
        {
            Prepare = process => process.Admin.PutAsync("/faults", new StringContent("""{"unready":true}""")),
        },
        new("faults", "400", "notJson") { Body = "{" },
        new("faults", "400", "several") { Body = """{"errorRate":2,"unready":1}""" },
        new("faults", "403") { Header = ("Origin", "http://example.org") },
        new("faults", "405") { Method = HttpMethod.Post },
        new("faults", "413") { Body = new string(' ', 17_000) },
    }.ToDictionary(one => Name(one.Tag, one.Status, one.Example));

    public (string Name, string Value)[] Environment { get; private init; } = [];

    /// <summary>What is done before the request.</summary>
    public Func<ServiceProcess, Task> Prepare { get; private init; } = _ => Task.CompletedTask;

    /// <summary>Whether earlier requests may succeed: a limit lets some through, and a signal takes its time.</summary>
    public bool ComesLate { get; private init; }

    private HttpMethod? Method { get; init; }

    private string? Path { get; init; }

    private (string Name, string Value)? Header { get; init; }

    private string? Body { get; init; }

    public static string Name(string? tag, string status, string example) => $"{tag} {status} {example}";

    public HttpRequestMessage Request(OpenApiCall call, string query, string accept)
    {
        var request = new HttpRequestMessage(Method ?? call.Method, $"{Path ?? call.Path}{query}");
        request.Headers.Add("Accept", accept);
        if (Header is var (name, value))
        {
            request.Headers.Add(name, value);
        }

        request.Content = Body is null ? null : new StringContent(Body);
        return request;
    }
}
