namespace ColorDemo.EndToEnd.Tests;

/// <summary>Waits for a condition, as often as it takes and no longer than it may.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static Task HoldsAsync(Func<bool> condition, string claim, int seconds = 20) =>
        HoldsAsync(() => Task.FromResult(condition()), claim, seconds);

    public static async Task HoldsAsync(Func<Task<bool>> condition, string claim, int seconds = 20)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(Pause);
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(deadline).TotalSeconds > seconds)
            {
                Assert.Fail($"Not within {seconds} s: {claim}");
            }

            await timer.WaitForNextTickAsync();
        }
    }
}
