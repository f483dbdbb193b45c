using System.CommandLine;

namespace ColorDemo.Launcher;

/// <summary><c>color-demo up</c>, which is also what <c>color-demo</c> alone does.</summary>
internal static class UpCommand
{
    public static readonly Option<DirectoryInfo?> Manifests = new("--manifests")
    {
        Description = "Folder with clusters/<name>/kustomization.yaml for every cluster, and scenarios/. "
            + "Default: the nearest folder 'manifests', from the current folder upwards.",
    };

    public static readonly Option<string?> Scenario = new("--scenario")
    {
        Description = "A folder of manifests/scenarios/ to lay over both clusters' manifests, for example all-bison.",
    };

    private static readonly Option<int> GridPort = Port("--grid-port", 8080, "Port of the page.");

    private static readonly Option<int> IngressPort = Port("--ingress-port", 32011,
        "HTTP port of the first cluster's ingress gateway; the next cluster takes the next port.");

    private static readonly Option<int> EastWestPort = Port("--east-west-port", 32021,
        "Port of the first cluster's east-west gateway, through which other clusters reach its pods; likewise.");

    private static readonly Option<int> ApiPort = Port("--api-port", 32041,
        "Port of the first cluster's Kubernetes API, which kubectl speaks to; likewise.");

    private static readonly Option<int> InMeshPort = Port("--in-mesh-port", 32051,
        "Port of an HTTP proxy that asks as a pod of the first cluster does, through its sidecar; likewise.");

    private static readonly Option<bool> PodLogs = new("--pod-logs")
    {
        Description = "Print what the pods print, each line behind the pod's name.",
    };

    private static readonly Option<bool> Save = new("--save")
    {
        Description = "Write what kubectl or the page changes back to the file that the object came from, comments "
            + "and all else as they are. Without it nothing on disk changes, and color-demo diff prints what differs.",
    };

    public static void AddTo(RootCommand root)
    {
        var up = new Command("up", """
            Start the clusters and the grid, and stop them all on Ctrl-C.

            A saved file under manifests/ is in force within a tenth of a second; a broken one is refused with
            file:line and the last good one stays. kubectl changes the same clusters: the export line that is printed
            has a kubeconfig of the demo's own. All ports listen on this machine only.
            """);
        Define(root);
        Define(up);
        root.Add(up);
    }

    private static void Define(Command command)
    {
        Option[] options =
            [Manifests, Scenario, GridPort, IngressPort, EastWestPort, ApiPort, InMeshPort, Save, PodLogs];
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, stop) =>
        {
            using var stopping = ParentWatch.StopWithParent(stop);
            return await Demo.RunAsync(Settings(parsed), stopping.Token);
        });
    }

    private static UpSettings Settings(ParseResult parsed) => new(
        parsed.GetValue(Manifests)?.FullName,
        parsed.GetValue(Scenario),
        parsed.GetValue(Save),
        parsed.GetValue(PodLogs),
        new(
            parsed.GetValue(GridPort),
            parsed.GetValue(IngressPort),
            parsed.GetValue(EastWestPort),
            parsed.GetValue(ApiPort),
            parsed.GetValue(InMeshPort)));

    private static Option<int> Port(string name, int standard, string description)
    {
        var option = new Option<int>(name)
        {
            Description = $"{description} 0 takes any free port.",
            HelpName = "port",
            DefaultValueFactory = _ => standard,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var port) || port is < 0 or > 65535))
            {
                result.AddError(
                    $"{name} {token.Value}: a port is a whole number from 1 to 65535, or 0 for any free one.");
            }
        });
        return option;
    }
}
