using System.Runtime.InteropServices;

namespace ColorDemo.Launcher.Pods;

/// <summary>The program that a container image stands for on this machine.</summary>
internal static class PodImage
{
    public const string Service = "color-svc";
    public const string Grid = "color-grid";

    private static readonly Dictionary<string, (string Project, string Assembly)> Programs = new()
    {
        [Service] = ("ColorDemo.ColorService", "color-svc"),
        [Grid] = ("ColorDemo.GridHost", "ColorDemo.GridHost"),
    };

    private static readonly Dictionary<string, IReadOnlyList<(string Variable, string Name, int Number)>> Ports = new()
    {
        [Service] = [(HttpVariable, "http", 8800), ("GRPC_PORT", "grpc", 8801), (AdminVariable, "http-admin", 8802)],
        [Grid] = [(HttpVariable, "http", 8080)],
    };

    /// <summary>The variable that says where a program serves HTTP.</summary>
    public const string HttpVariable = "PORT";

    /// <summary>The variable that says where color-svc takes changes of its faults.</summary>
    public const string AdminVariable = "ADMIN_PORT";

    public static IEnumerable<string> Known => Programs.Keys;

    /// <summary>Where a program listens: the variable that says so, the port's usual name and number.</summary>
    public static IReadOnlyList<(string Variable, string Name, int Number)> Listeners(string name) => Ports[name];

    /// <summary>The image without registry and tag: <c>ghcr.io/you/color-svc:1.2</c> is <c>color-svc</c>.</summary>
    public static string NameOf(string image) => image.Split('/')[^1].Split(':', '@')[0];

    /// <summary>The built program; it lies beside the launcher's own folder, since both are built together.</summary>
    public static string ProgramOf(string name)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var (project, assembly) = Programs[name];
        return Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, $"{assembly}.dll");
    }

    /// <summary>The runtime that runs this process, so that nothing depends on PATH.</summary>
    public static string Runtime { get; } = Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..",
        OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
}
