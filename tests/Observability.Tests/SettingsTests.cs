namespace ColorDemo.ColorService.Tests;

/// <summary>What the linked ServiceProcess asks its own project for: variables that no service inherits.</summary>
internal static class SettingsTests
{
    public static IEnumerable<string> Variables { get; } =
    [
        .. Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name =>
            name is "VERSION" or "CLUSTER_NAME" || name.StartsWith("POD_", StringComparison.Ordinal)
            || name.StartsWith("ENABLE_", StringComparison.Ordinal)
            || name.StartsWith("DISABLE_", StringComparison.Ordinal)),
    ];
}
