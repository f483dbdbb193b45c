namespace ColorDemo.ColorService.Bench.Contestants;

/// <summary>What the image of color-svc sets, so that what is measured is what runs in a cluster.</summary>
internal static class ImageEnvironment
{
    /// <summary>The ENV lines of the Dockerfile's last stage, each one <c>ENV NAME=value</c>.</summary>
    public static Dictionary<string, string> Read()
    {
        var lastStage = File.ReadLines(Repository.PathOf("Dockerfile.color-svc"))
            .Aggregate(Enumerable.Empty<string>(), (stage, line) => Is(line, "FROM ") ? [] : stage.Append(line));
        return lastStage
            .Where(line => Is(line, "ENV "))
            .Select(line => line["ENV ".Length..].Trim().Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim('"'));
    }

    private static bool Is(string line, string instruction) => line.StartsWith(instruction, StringComparison.Ordinal);
}
