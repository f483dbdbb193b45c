using ColorDemo.Launcher.Rollouts;
using k8s.Models;

namespace ColorDemo.Launcher.Tests.Pods;

public class RolloutStrategyTests
{
    [Theory]
    [InlineData(null, null, 2, 1)] // both are 25% then
    [InlineData("2", "1", 2, 1)]
    [InlineData("25%", "25%", 2, 1)] // of 5: up, and down
    [InlineData("0", "10%", 0, 1)] // none of each would replace nothing
    public void Shares_of_five_replicas_are_rounded_as_in_Kubernetes(
        string? surge, string? unavailable, int mostMore, int mostMissing)
    {
        var read = RolloutStrategy.Of(Rolling(surge, unavailable), 5, (field, why) => Assert.Fail($"{field}: {why}"));

        Assert.Equal(new(IsRecreate: false, mostMore, mostMissing), read);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Few_pods_are_replaced_one_after_the_other_where_nothing_is_said(int replicas) =>
        Assert.Equal(RolloutStrategy.Default, RolloutStrategy.Of(null, replicas, (field, _) => Assert.Fail(field)));

    [Theory]
    [InlineData("many")]
    [InlineData("-1")]
    [InlineData("%")]
    [InlineData("99999999999")]
    public void What_is_no_number_of_pods_is_refused(string surge)
    {
        List<string> refused = [];
        RolloutStrategy.Of(Rolling(surge, null), 5, (field, why) => refused.Add($"{field}: {why}"));

        Assert.Equal(
            $"spec.strategy.rollingUpdate.maxSurge: '{surge}' is neither a number of pods nor a share such as 25%",
            Assert.Single(refused));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0%", "0")]
    public void A_strategy_that_could_replace_no_pod_is_refused(string surge, string unavailable)
    {
        List<string> refused = [];
        RolloutStrategy.Of(Rolling(surge, unavailable), 5, (field, _) => refused.Add(field));

        Assert.Equal(["spec.strategy.rollingUpdate"], refused);
    }

    private static V1DeploymentStrategy Rolling(string? surge, string? unavailable) => new()
    {
        RollingUpdate = new()
        {
            MaxSurge = surge is null ? null : (IntOrString)surge,
            MaxUnavailable = unavailable is null ? null : (IntOrString)unavailable,
        },
    };
}
