using System.Globalization;
using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>Turns what a browser asks for into a target from the allow-lists, or says what is wrong with it.</summary>
public static class StreamRequest
{
    public static (Target? Target, string Refusal) Read(IQueryCollection query, GridSettings settings)
    {
        if (settings.FindGateway(query["gateway"].ToString()) is not { } gateway)
        {
            var names = settings.Gateways.Select(one => one.Name);
            return (null, $"gateway: {Shown(query["gateway"])} is not one of {Listed(names)}.");
        }

        var path = query["path"].ToString();
        if (!settings.Paths.Contains(path))
        {
            return (null, $"path: {Shown(path)} is not one of {Listed(settings.Paths)}.");
        }

        return double.TryParse(query["rate"], NumberStyles.Float, CultureInfo.InvariantCulture, out var rate)
            && SamplingRate.IsAllowed(rate)
                ? (new Target(gateway, path, rate), "")
                : (null, $"rate: {Shown(query["rate"])} is not a number of requests per second from "
                    + $"{SamplingRate.Text(SamplingRate.Min)} to {SamplingRate.Text(SamplingRate.Max)}.");
    }

    private static string Shown(string? given) =>
        string.IsNullOrEmpty(given) ? "nothing" : $"'{(given.Length > 60 ? given[..60] + "…" : given)}'";

    private static string Listed(IEnumerable<string> allowed) => string.Join(", ", allowed);
}
