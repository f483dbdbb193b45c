using System.Net;

namespace ColorDemo.ColorService.Tests;

/// <summary>Errors that the document tells of, provoked.</summary>
[Collection<OpenApiService>]
public sealed class OpenApiErrorTests(OpenApiService service)
{
    private const string RedOff = "DISABLE_RED";
    private const string AllOff = "DISABLE_RED DISABLE_GREEN DISABLE_BLUE DISABLE_YELLOW";

    /// <summary>The others are answers of a service that limits, refuses or injects faults.</summary>
    private static readonly string[] ProvokedElsewhere = ["200", "400", "405", "413", "429", "503", "default"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>What of the document, by which path, with which switches of the environment.</summary>
    public static TheoryData<string, int, string, string> Errors => new()
    {
        { "/random/{family}", 404, "/random/purple", "" },
        { "/random/{family}", 500, "/random/red", RedOff },
        { "/random", 500, "/random", AllOff },
        { "/get/{name}", 500, "/get/green", AllOff },
        { "/{name}", 500, "/green", AllOff },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task An_error_is_answered_as_documented(string template, int status, string path, string switches)
    {
        await using var process = await ServiceProcess.StartAsync(
            [.. OpenApiService.Identity, .. switches.Split(' ').Where(name => name != "").Select(name => (name, "1"))]);
        foreach (var method in service.Document.Paths[template].Operations!)
        {
            foreach (var query in new[] { "", "?fmt=json" })
            {
                using var request = new HttpRequestMessage(method.Key, $"{path}{query}");
                using var answer = await process.Client.SendAsync(request, Cancelled);

                var examples = await OpenApiAnswer.CheckAsync(method.Value, (HttpStatusCode)status, answer);
                if (method.Key == HttpMethod.Get)
                {
                    Assert.Contains(await answer.Content.ReadAsStringAsync(Cancelled), examples.Values);
                }
            }
        }
    }

    [Fact]
    public void Every_documented_error_is_provoked() => Assert.Equal(
        Errors.Select(error => $"{error.Data.Item1} {error.Data.Item2}").Order(),
        service.Document.Paths
            .SelectMany(
                path => path.Value.Operations!.Values.SelectMany(operation => operation.Responses!.Keys),
                (path, status) => (Path: path.Key, Status: status))
            .Where(item => !ProvokedElsewhere.Contains(item.Status))
            .Select(item => $"{item.Path} {item.Status}")
            .Distinct()
            .Order());
}
