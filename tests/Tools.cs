namespace ColorDemo.Tests;

/// <summary>
/// Other real programs that a test needs. A machine with only the .NET SDK skips such tests and says why.
/// </summary>
internal static class Tools
{
    /// <summary>Set by continuous integration: a missing program is a failure there.</summary>
    private static readonly bool AreRequired = Environment.GetEnvironmentVariable("COLORDEMO_REQUIRE_TOOLS") == "1";

    public static string Chromium => Program("COLORDEMO_CHROMIUM", "chromium", "chromium-browser", "google-chrome");

    public static string Kubectl => Program("COLORDEMO_KUBECTL", "kubectl");

    public static string Prometheus => Program("COLORDEMO_PROMETHEUS", "prometheus");

    public static string Promtool => Program("COLORDEMO_PROMTOOL", "promtool");

    public static string Ps => Program("COLORDEMO_PS", "ps");

    /// <summary>Istio's <c>crd-all.gen.yaml</c>, of its chart "base". No program, so it is never required.</summary>
    public static string IstioCrds
    {
        get
        {
            var file = Environment.GetEnvironmentVariable("COLORDEMO_ISTIO_CRDS");
            Assert.SkipWhen(string.IsNullOrEmpty(file), "COLORDEMO_ISTIO_CRDS names no file with Istio's CRDs");
            return file;
        }
    }

    private static string Program(string variable, params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given
            ? given
            : names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
                .FirstOrDefault(File.Exists);
        if (found is not null)
        {
            return found;
        }

        var why = $"there is no {names[0]} on PATH, and {variable} names none";
        Assert.SkipUnless(AreRequired, why);
        throw new FileNotFoundException(why);
    }
}
