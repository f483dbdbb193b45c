namespace ColorDemo.Grid.Asking;

/// <summary>Asks, measures how long it takes, and gives up in time.</summary>
/// <param name="ask">Told the trace that the request shall bear, if any, and when it is too late.</param>
public sealed class TimedQuestion(
    TimeSpan timeout,
    Func<string?, CancellationToken, Task<(Answer Answer, byte[] Received)>> ask,
    TimeProvider clock)
{
    /// <param name="traceId">Of the trace that it begins; absent when it begins none.</param>
    /// <param name="stop">Ends the wait without a reply.</param>
    public async Task<Reply> AskAsync(string? traceId, CancellationToken stop)
    {
        var sent = clock.GetTimestamp();
        using var late = new CancellationTokenSource(timeout, clock);
        using var stopped = stop.UnsafeRegister(static late => ((CancellationTokenSource)late!).Cancel(), late);
        try
        {
            var (answer, received) = await ask(traceId, late.Token);
            return new(answer, Since(sent), received, traceId);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new(Answer.TimedOut, Since(sent), [], traceId);
        }
    }

    private double Since(long sent) => clock.GetElapsedTime(sent).TotalMilliseconds;
}
