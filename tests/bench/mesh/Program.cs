using System.CommandLine.Invocation;
using ColorDemo.Mesh.Bench;
using ColorDemo.Mesh.Bench.Contestants;
using ColorDemo.Mesh.Bench.Micro;

var root = GatewayCommand.Create();
root.Add(MicroCommand.Create());
root.Add(LoadCommand.Create());
root.Add(GatewayHost.CreateCommand());

var parsed = root.Parse(args);
if (parsed.Action is ParseErrorAction error)
{
    error.ShowHelp = false; // a page of options would push the message away
}

return await parsed.InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
