using System.CommandLine;
using System.CommandLine.Invocation;
using ColorDemo.Launcher;
using ColorDemo.Launcher.Diff;
using ColorDemo.Launcher.Explain;

var root = new RootCommand("""
    Two small Kubernetes clusters on this machine, armadillo and bison, joined by an Istio mesh that obeys the YAML
    files under manifests/. Every pod is a process of color-svc; the grid at http://localhost:8080 shows who answers.

    Without a command: up. A request went where you did not expect it? Ask explain. A file is refused? Ask validate.
    """);
UpCommand.AddTo(root);
ValidateCommand.AddTo(root);
ExplainCommand.AddTo(root);
DiffCommand.AddTo(root);

var parsed = root.Parse(ParentWatch.Take(args));
if (parsed.Action is ParseErrorAction error)
{
    error.ShowHelp = false; // a page of options would push the message away
    var exitCode = await parsed.InvokeAsync();
    return ValidateCommand.IsAskedFor(parsed) || ExplainCommand.IsAskedFor(parsed) || DiffCommand.IsAskedFor(parsed)
        ? ValidateCommand.WrongUsage
        : exitCode;
}

return await parsed.InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
