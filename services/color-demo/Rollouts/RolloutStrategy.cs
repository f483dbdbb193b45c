using System.Globalization;
using k8s.Models;

namespace ColorDemo.Launcher.Rollouts;

/// <summary>How old pods make room for new ones.</summary>
/// <param name="IsRecreate">All old ones end before the first new one starts.</param>
/// <param name="MaxSurge">Pods beyond the wanted number while they are replaced.</param>
/// <param name="MaxUnavailable">Pods that may be missing meanwhile.</param>
internal sealed record RolloutStrategy(bool IsRecreate, int MaxSurge, int MaxUnavailable)
{
    private const string StandardShare = "25%";

    /// <summary>One new pod after the other, none missing: what 25 % of each come to for up to three pods.</summary>
    public static RolloutStrategy Default { get; } = new(IsRecreate: false, MaxSurge: 1, MaxUnavailable: 0);

    /// <param name="refuse">Gets the field and what is wrong with it.</param>
    public static RolloutStrategy Of(V1DeploymentStrategy? strategy, int replicas, Action<string, string> refuse)
    {
        if (strategy?.Type is not (null or "" or "RollingUpdate" or "Recreate"))
        {
            refuse("spec.strategy.type", $"'{strategy.Type}' is neither RollingUpdate nor Recreate");
        }

        if (strategy?.Type == "Recreate")
        {
            return Default with { IsRecreate = true, MaxSurge = 0 };
        }

        var (mostMore, mostMissing) = (
            strategy?.RollingUpdate?.MaxSurge?.Value, strategy?.RollingUpdate?.MaxUnavailable?.Value);
        if (mostMore is "0" or "0%" && mostMissing is "0" or "0%")
        {
            refuse("spec.strategy.rollingUpdate", "maxSurge and maxUnavailable are both 0: no pod could be replaced");
        }

        // Shares of the replicas are rounded as in Kubernetes: surge up, unavailable down, and never both to none.
        var surge = Number("maxSurge", mostMore, Math.Ceiling);
        var missing = Number("maxUnavailable", mostMissing, Math.Floor);
        return new(IsRecreate: false, surge, surge == 0 && missing == 0 ? 1 : missing);

        int Number(string name, string? given, Func<double, double> round)
        {
            var text = string.IsNullOrEmpty(given) ? StandardShare : given;
            var share = text.EndsWith('%');
            if (int.TryParse(share ? text[..^1] : text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number <= 1_000)
            {
                return share ? (int)round(replicas * number / 100.0) : number;
            }

            refuse($"spec.strategy.rollingUpdate.{name}",
                $"'{text}' is neither a number of pods nor a share such as 25%");
            return 0;
        }
    }
}
