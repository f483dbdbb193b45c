namespace ColorDemo.Tests;

/// <summary>Other real programs that a test needs. A machine with only the .NET SDK skips such tests and says why.</summary>
internal static class Tools
{
    /// <summary>Set by continuous integration: a missing program is a failure there.</summary>
    private static readonly bool AreRequired = Environment.GetEnvironmentVariable("COLORDEMO_REQUIRE_TOOLS") == "1";

    public static string Chromium => Find("COLORDEMO_CHROMIUM", "chromium", "chromium-browser", "google-chrome");

    public static string Kubectl => Find("COLORDEMO_KUBECTL", "kubectl");

    /// <summary>Istio's <c>crd-all.gen.yaml</c>, of its chart "base"; a file, so only the variable names it.</summary>
    public static string IstioCrds => Find("COLORDEMO_ISTIO_CRDS");

    private static string Find(string variable, params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var found = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given
            ? given
            : names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (found is not null)
        {
            return found;
        }

        var why = $"{variable} is not set{string.Concat(names.Take(1).Select(name => $", and there is no {name} on PATH"))}";
        Assert.SkipUnless(AreRequired, why);
        throw new FileNotFoundException(why);
    }
}
