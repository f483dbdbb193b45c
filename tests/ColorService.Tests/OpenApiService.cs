using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace ColorDemo.ColorService.Tests;

/// <summary>The document as a client reads it, and the service that it came from: one for all tests about it.</summary>
[CollectionDefinition]
public sealed class OpenApiService : ICollectionFixture<OpenApiService>, IAsyncLifetime
{
    /// <summary>The identity in the document's examples, so that answers can equal them.</summary>
    internal static readonly (string Name, string Value)[] Identity =
        [("VERSION", "v1"), ("CLUSTER_NAME", "armadillo"), ("POD_NAME", "color-svc-v1-0")];

    private ServiceProcess? _process;

    public string Json { get; private set; } = "";

    public OpenApiDocument Document { get; private set; } = new();

    public OpenApiDiagnostic Diagnostic { get; private set; } = new();

    internal IReadOnlyDictionary<string, HttpClient> Servers => ServersOf(_process!);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Where the servers of the document are.</summary>
    internal static IReadOnlyDictionary<string, HttpClient> ServersOf(ServiceProcess process) =>
        new Dictionary<string, HttpClient> { ["/"] = process.Client, ["http://localhost:8802"] = process.Admin };

    public async ValueTask InitializeAsync()
    {
        _process = await ServiceProcess.StartAsync(Identity);
        using var answer = await _process.Client.GetAsync("/openapi/v1.json", Cancelled);
        if (!answer.IsSuccessStatusCode)
        {
            Assert.Fail(string.Join('\n', (await _process.StopAsync()).Log)); // an endpoint without a description
        }

        Json = await answer.Content.ReadAsStringAsync(Cancelled);
        var read = OpenApiDocument.Parse(Json, "json");
        Document = read.Document!;
        Diagnostic = read.Diagnostic!;
    }

    public ValueTask DisposeAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;
}
