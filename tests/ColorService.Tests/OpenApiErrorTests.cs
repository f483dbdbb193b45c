using ColorDemo.Tests;

namespace ColorDemo.ColorService.Tests;

/// <summary>Errors that the document tells of, provoked.</summary>
[Collection<OpenApiService>]
public sealed class OpenApiErrorTests(OpenApiService service)
{
    private static readonly (string Query, string Accept, string Type)[] Formats =
    [
        ("", "text/plain", "text/plain"),
        ("", "application/json", "application/problem+json"),
        ("?fmt=json", "*/*", "application/problem+json"),
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Provocations => [.. OpenApiProvocation.All.Keys];

    [Fact]
    public void Every_documented_error_is_provoked_with_every_example() => Assert.Equal(
        OpenApiProvocation.All.Keys.Order(),
        (from operation in service.Document.Paths.Values.SelectMany(path => path.Operations!.Values)
         from response in operation.Responses!
         where response.Key != "200"
         from example in response.Value.Content!.Values.SelectMany(media => media.Examples!.Keys)
         select OpenApiProvocation.Name(operation.Tags!.Single().Name, response.Key, example)).Distinct().Order());

    [Theory]
    [MemberData(nameof(Provocations))]
    public async Task An_error_is_answered_as_documented_wherever_it_is(string name)
    {
        var provocation = OpenApiProvocation.All[name];
        await using var process =
            await ServiceProcess.StartAsync([.. OpenApiService.Identity, .. provocation.Environment]);
        await provocation.Prepare(process);
        var calls =
            from call in OpenApiCall.All(service.Document).DistinctBy(call => call.Operation)
            where call.Operation.Tags!.Single().Name == provocation.Tag
            where call.Operation.Responses!.ContainsKey(provocation.Status)
            from format in Formats
            select (call, format);

        await Assert.AllAsync(calls, async item =>
        {
            var (call, (query, accept, type)) = item;
            var client = OpenApiService.ServersOf(process)[call.Server];
            using var answer = await AskAsync(
                client, () => provocation.Request(call, query, accept), untilRefused: provocation.ComesLate);

            var examples = await OpenApiAnswer.CheckAsync(call.Operation, provocation.Status, answer);
            Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
            if (answer.RequestMessage!.Method != HttpMethod.Head)
            {
                Assert.Equal(examples[provocation.Example], await answer.Content.ReadAsStringAsync(Cancelled));
            }
        });
    }

    private static async Task<HttpResponseMessage> AskAsync(
        HttpClient client, Func<HttpRequestMessage> request, bool untilRefused)
    {
        HttpResponseMessage? answer = null;
        await Eventually.HoldsAsync(async () =>
        {
            answer?.Dispose();
            answer = await client.SendAsync(request(), Cancelled);
            return !untilRefused || !answer.IsSuccessStatusCode;
        });
        return answer!;
    }
}
