using ColorDemo.Launcher.Rollouts;

namespace ColorDemo.Launcher.Tests.Pods;

public class RolloutTests
{
    private static readonly RolloutStrategy Rolling = RolloutStrategy.Default;

    [Fact]
    public void All_pods_of_a_new_Deployment_start_at_once() =>
        Assert.Equal(3, Next(3, []).Starts);

    [Fact]
    public void A_changed_template_starts_one_pod_and_retires_none_until_it_is_ready()
    {
        var (starts, retires) = Told(Next(2, [Old(0), Old(1)]));
        Assert.Equal((1, ""), (starts, retires));

        Assert.Equal((0, ""), Told(Next(2, [Old(0), Old(1), New(2, isReady: false)])));
        Assert.Equal((0, "0"), Told(Next(2, [Old(0), Old(1), New(2)])));
    }

    [Fact]
    public void The_next_one_starts_as_soon_as_an_old_one_has_been_told_to_end() =>
        Assert.Equal((1, ""), Told(Next(2, [Old(0) with { IsEnding = true }, Old(1), New(2)])));

    [Fact]
    public void Going_back_keeps_the_old_pods_and_ends_the_one_that_never_became_ready() =>
        Assert.Equal((0, "2"), Told(Next(2, [New(0), New(1), Old(2, isReady: false)])));

    [Fact]
    public void Old_pods_that_serve_nobody_make_room_first() =>
        Assert.Equal((0, "1"), Told(Next(2, [Old(0), Old(1, isReady: false), New(2)])));

    [Fact]
    public void Fewer_replicas_end_the_unready_pods_first_and_then_the_youngest()
    {
        Assert.Equal((0, "1,3"), Told(Next(2, [New(0), New(1, isReady: false), New(2), New(3)])));
        Assert.Equal((0, "1,0"), Told(Next(0, [New(0), New(1)])));
    }

    [Fact]
    public void More_replicas_start_the_missing_ones() => Assert.Equal((1, ""), Told(Next(3, [New(0), New(1)])));

    [Fact]
    public void A_deleted_pod_is_replaced_while_it_still_ends() =>
        Assert.Equal((1, ""), Told(Next(2, [New(0) with { IsEnding = true }, New(1)])));

    [Fact]
    public void Recreate_ends_all_old_pods_and_waits_until_they_have_gone()
    {
        var strategy = Rolling with { IsRecreate = true };
        Assert.Equal((0, "0,1"), Told(Next(2, [Old(0), Old(1)], strategy)));
        Assert.Equal((0, ""), Told(Next(2, [Old(0) with { IsEnding = true }], strategy)));
        Assert.Equal((2, ""), Told(Next(2, [], strategy)));
    }

    [Fact]
    public void A_fixed_port_is_handed_over_only_when_its_process_has_gone()
    {
        RolloutPod[] ending = [New(0) with { IsEnding = true }];
        Assert.Equal(0, new Rollout(1, Rolling, "new").Next(ending, isExclusive: true).Starts);
        Assert.Equal(1, new Rollout(1, Rolling, "new").Next([], isExclusive: true).Starts);
    }

    [Fact]
    public void Unavailable_pods_are_allowed_as_the_strategy_says() =>
        Assert.Equal((0, "0"), Told(Next(2, [Old(0), Old(1)], new(IsRecreate: false, MaxSurge: 0, MaxUnavailable: 1))));

    /// <summary>Whatever happens to pods, a rollout ends, and never has too few or too many on its way.</summary>
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(3, 1, 0)]
    [InlineData(5, 2, 1)]
    [InlineData(4, 0, 2)]
    public void A_rollout_ends_within_its_bounds(int replicas, int surge, int unavailable)
    {
        var strategy = new RolloutStrategy(IsRecreate: false, surge, unavailable);
        List<RolloutPod> pods = [.. Enumerable.Range(0, replicas).Select(number => Old(number))];
        for (var steps = 0; pods.Any(IsOld) || pods.Count < replicas; steps++)
        {
            Assert.True(steps < 100);
            var step = Next(replicas, pods, strategy);
            pods.RemoveAll(pod => step.Retires.Contains(pod.Number));
            Assert.True(pods.Count(pod => pod.IsReady) >= replicas - unavailable);
            pods = [.. pods.Select(pod => pod with { IsReady = true, IsAvailable = true })];
            var first = pods.Max(pod => (int?)pod.Number + 1) ?? 0;
            pods.AddRange(Enumerable.Range(first, step.Starts).Select(number => New(number, isReady: false)));
            Assert.True(pods.Count <= replicas + surge);
        }

        Assert.Equal(replicas, pods.Count);
    }

    private static RolloutStep Next(int replicas, IReadOnlyList<RolloutPod> pods, RolloutStrategy? strategy = null) =>
        new Rollout(replicas, strategy ?? Rolling, "new").Next(pods);

    private static (int Starts, string Retires) Told(RolloutStep step) =>
        (step.Starts, string.Join(',', step.Retires));

    private static bool IsOld(RolloutPod pod) => pod.TemplateHash == "old";

    private static RolloutPod Old(int number, bool isReady = true) => new(number, "old", isReady, isReady, false);

    private static RolloutPod New(int number, bool isReady = true) => new(number, "new", isReady, isReady, false);
}
