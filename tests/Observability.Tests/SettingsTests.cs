namespace ColorDemo.ColorService.Tests;

/// <summary>What the linked ServiceProcess asks its own project for: the variables that no service inherits.</summary>
internal static class SettingsTests
{
    private static readonly string[] Kept = ["PATH", "HOME", "TMPDIR", "SystemRoot", "TEMP", "TMP", "USERPROFILE"];

    public static IEnumerable<string> Variables { get; } =
    [
        .. Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => !Kept.Contains(name) && !name.StartsWith("DOTNET_", StringComparison.Ordinal)),
    ];
}
