using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Inspection;

/// <summary>What the host knows of one sample: either the details, or a sentence on why there are none.</summary>
public sealed record Finding(SampleDetails? Details, string? Problem);

/// <param name="http">Its base address is the host's.</param>
public sealed class SampleLookup(HttpClient http)
{
    /// <param name="number">The <see cref="Sample.Number"/>.</param>
    public Task<Finding> FindAsync(Sampling sampling, long number, CancellationToken stop = default) =>
        ReadAsync("Choose the cell again", stop =>
            http.GetAsync($"api/sample?{sampling}&number={number}", stop), stop);

    /// <summary>Has the host send one more such request.</summary>
    public Task<Finding> SendAgainAsync(Sampling sampling, CancellationToken stop = default) =>
        ReadAsync("Send it again", stop => http.PostAsync($"api/sample?{sampling}", null, stop), stop);

    /// <param name="retry">What somebody may do later.</param>
    private static async Task<Finding> ReadAsync(
        string retry, Func<CancellationToken, Task<HttpResponseMessage>> ask, CancellationToken stop)
    {
        try
        {
            using var answer = await ask(stop);
            if (answer.IsSuccessStatusCode)
            {
                return await answer.Content.ReadFromJsonAsync(WireJson.Default.SampleDetails, stop) is { } details
                    ? new(details, null)
                    : new(null, "The host's answer cannot be read; load this page again.");
            }

            return new(null, answer.StatusCode switch
            {
                HttpStatusCode.NotFound =>
                    "The host remembers only the newest samples, and this one is too old. Choose a newer cell.",
                HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.Conflict
                    or HttpStatusCode.ServiceUnavailable => await answer.Content.ReadAsStringAsync(stop),
                var other => $"The host answered {(int)other}. {retry}.",
            });
        }
        catch (HttpRequestException)
        {
            return new(null, $"The host of this page does not answer. {retry} when it does.");
        }
        catch (JsonException)
        {
            return new(null, "The host's answer cannot be read; load this page again.");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new(null, $"The host of this page took too long. {retry}.");
        }
    }
}
