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
    public async Task<Finding> FindAsync(Sampling sampling, long number, CancellationToken stop = default)
    {
        try
        {
            using var answer = await http.GetAsync($"api/sample?{sampling}&number={number}", stop);
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
                HttpStatusCode.BadRequest or HttpStatusCode.Forbidden => await answer.Content.ReadAsStringAsync(stop),
                var other => $"The host answered {(int)other}; choose the cell again.",
            });
        }
        catch (HttpRequestException)
        {
            return new(null, "The host of this page does not answer. Choose the cell again when it does.");
        }
        catch (JsonException)
        {
            return new(null, "The host's answer cannot be read; load this page again.");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new(null, "The host of this page took too long. Choose the cell again.");
        }
    }
}
