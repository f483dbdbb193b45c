using System.CommandLine;
using ColorDemo.Launcher;

var root = new RootCommand("""
    Two small Kubernetes clusters on this machine, armadillo and bison, joined by an Istio mesh that obeys the YAML
    files under manifests/. Every pod is a process of color-svc; the grid at http://localhost:8080 shows who answers.

    Without a command: up.
    """);
UpCommand.AddTo(root);
return await root.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
