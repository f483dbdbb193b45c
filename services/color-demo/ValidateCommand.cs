using System.CommandLine;

namespace ColorDemo.Launcher;

/// <summary><c>color-demo validate</c>: tells what is wrong with manifests, and starts nothing.</summary>
internal static class ValidateCommand
{
    private const string Name = "validate";

    public const int WrongUsage = 2;
    private const int Errors = 1;

    private static readonly Argument<string[]> Paths = new("path")
    {
        Description = "A file, a folder (its .yaml, .yml and .json files, or its kustomization), or - for standard "
            + "input. An object of a later path replaces the same object of an earlier one. With CLUSTER= before "
            + "every path, each cluster's paths are read apart.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "text: a line for each problem, and a summary. json: an array of objects with file, line, "
            + "column, severity, kind, name, field, message and code.",
        DefaultValueFactory = _ => "text",
    };

    public static bool IsAskedFor(ParseResult parsed) => parsed.CommandResult.Command.Name == Name;

    public static void AddTo(RootCommand root)
    {
        Output.AcceptOnlyFromAmong("text", "json");
        Paths.Validators.Add(result =>
        {
            if (ValidatedPaths.WrongUsageOf([.. result.Tokens.Select(token => token.Value)]) is { } wrong)
            {
                result.AddError(wrong);
            }
        });
        var validate = new Command(Name, """
            Tell every problem of Kubernetes and Istio manifests, and start nothing. An error is what Istio or
            Kubernetes refuses, and keeps the file from being used. A warning is what Istio accepts and probably is not
            meant, or what the mesh here does not simulate.

            Exit code 0: no errors, though perhaps warnings. 1: errors. 2: the command is used wrongly.

            Examples:
              color-demo validate manifests/mesh
              color-demo validate manifests/clusters/bison my-virtual-service.yaml
              color-demo validate armadillo=manifests/clusters/armadillo bison=manifests/clusters/bison
              kubectl get virtualservices -A -o yaml | color-demo validate --output json -
            """) { Paths, Output };
        validate.SetAction(parsed =>
        {
            var findings = ValidatedPaths.Read(parsed.GetValue(Paths)!);
            var report = new ValidationReport(Console.Out, findings);
            if (parsed.GetValue(Output) == "json")
            {
                report.WriteJson();
            }
            else
            {
                report.WriteText();
            }

            return findings.Errors > 0 ? Errors : 0;
        });
        root.Add(validate);
    }
}
