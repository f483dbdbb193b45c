using System.CommandLine;
using ColorDemo.Mesh.Explain;

namespace ColorDemo.Launcher.Explain;

/// <summary><c>color-demo explain</c>: tells where a request would go and why, and sends nothing.</summary>
internal static class ExplainCommand
{
    private const string Name = "explain";

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "text: for people, with the reasons. json: an array with an object for each request.",
        DefaultValueFactory = _ => "text",
    };

    public static bool IsAskedFor(ParseResult parsed) => parsed.CommandResult.Command.Name == Name;

    public static void AddTo(RootCommand root)
    {
        Output.AcceptOnlyFromAmong("text", "json");
        var explain = new Command(Name, """
            Tell where a request would go and why: which gateway, VirtualService and rule take it, why the rules before
            do not, who answers which share, and what is changed on the way. Nothing is started and nothing is sent;
            the routes are those that the mesh obeys.

            Read the answer from the top: where the request comes in, which rule it meets at which file:line, and after
            => the outcome with its status and Envoy's flag: NR no route matches, NC no such service or subset, UH
            nobody healthy there, FI aborted on purpose. A running mesh writes the flag of its own answers into
            x-color-mesh-flag. services/mesh/README.md lists all flags, and every field that is or is not simulated.

            Examples:
              color-demo explain http://localhost/random
              color-demo explain POST http://shop.example/cart -H "x-user: canary" --manifests a=shop.yaml
              color-demo explain http://color-svc.color:8800/random --from mesh --cluster bison --namespace color
              color-demo explain http://localhost/random --unhealthy color-svc-v1@bison
              color-demo explain --requests questions.json --output json

            An object that is refused is left out, as Istio would do, and told on standard error: a running demo would
            keep its last good manifests instead.

            Exit code 0: explained. 1: the manifests cannot be read. 2: the command is used wrongly.
            """);
        QuestionOptions.AddTo(explain);
        ClusterOptions.AddTo(explain);
        explain.Add(Output);
        explain.SetAction(Run);
        root.Add(explain);
    }

    private static int Run(ParseResult parsed)
    {
        try
        {
            var questions = QuestionOptions.Read(parsed);
            var clusters = ClusterOptions.Read(parsed, Console.Error);
            var explainer = new Explainer(clusters);
            var explanations = questions.Select(explainer.Explain).ToList();
            if (parsed.GetValue(Output) == "json")
            {
                Console.Out.WriteLine(ExplainJson.Write(explanations));
            }
            else
            {
                ExplanationText.Write(Console.Out, questions.Zip(explanations));
            }

            return 0;
        }
        catch (ArgumentException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            return ValidateCommand.WrongUsage;
        }
        catch (CannotStartException cannot)
        {
            Console.Error.WriteLine(cannot.Message);
            return 1;
        }
    }
}
