using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Proxy;

/// <summary>Ejects endpoints of an upstream that fail, and brings them back.</summary>
/// <remarks>
/// Envoy looks them over by a timer; here the sweeps that were due are made up for before a choice. Source: Envoy's
/// <c>Outlier::DetectorImpl</c>.
/// </remarks>
internal sealed class Outliers
{
    /// <summary>Envoy <c>max_ejection_time</c>, or the base if that is longer.</summary>
    private static readonly TimeSpan LongestEjection = TimeSpan.FromSeconds(300);

    private readonly OutlierDetection _rule;
    private readonly UpstreamMemory _memory;
    private readonly IReadOnlyList<EndpointMemory> _endpoints;
    private readonly long _interval;
    private readonly long _base;
    private readonly long _longest;

    public Outliers(OutlierDetection rule, UpstreamMemory memory, IReadOnlyList<EndpointMemory> endpoints)
    {
        _rule = rule;
        _memory = memory;
        _endpoints = endpoints;
        _interval = Math.Max(TimeSpan.TicksPerMillisecond, rule.Interval.Ticks);
        _base = rule.BaseEjectionTime.Ticks;
        _longest = Math.Max(_base, LongestEjection.Ticks);
        lock (memory.Changing)
        {
            var next = memory.Clock.Now + _interval;
            memory.NextSweep = memory.NextSweep == 0 ? next : Math.Min(memory.NextSweep, next);
        }
    }

    /// <param name="status">Null when there was no answer, which Envoy counts as 503 or 504.</param>
    public void Report(EndpointMemory endpoint, int? status)
    {
        if (status is < 500)
        {
            Reset(endpoint);
            return;
        }

        var tooMany = Interlocked.Increment(ref endpoint.Errors) == _rule.Consecutive5xxErrors;
        if (status is null or 502 or 503 or 504)
        {
            tooMany |= Interlocked.Increment(ref endpoint.GatewayErrors) == _rule.ConsecutiveGatewayErrors;
        }
        else
        {
            endpoint.GatewayErrors = 0;
        }

        if (tooMany)
        {
            Eject(endpoint);
        }
    }

    public void SweepWhenDue()
    {
        if (_memory.Clock.Now >= Volatile.Read(ref _memory.NextSweep))
        {
            Sweep();
        }
    }

    private void Eject(EndpointMemory endpoint)
    {
        lock (_memory.Changing)
        {
            if (endpoint.IsEjected)
            {
                return;
            }

            if (MayEject())
            {
                endpoint.EjectedAt = _memory.Clock.Now;
                endpoint.Backoff += endpoint.Backoff * _base < _longest + _base ? 1 : 0;
                endpoint.IsEjected = true;
                _memory.HealthChanged();
            }

            Reset(endpoint);
        }
    }

    /// <summary>One always, more only within the percentage.</summary>
    private bool MayEject()
    {
        var ejected = _endpoints.Count(one => one.IsEjected);
        return ejected == 0 || (ejected + 1) * 100 <= _rule.MaxEjectionPercent * _endpoints.Count;
    }

    private void Sweep()
    {
        lock (_memory.Changing)
        {
            var first = _memory.NextSweep;
            var due = ((_memory.Clock.Now - first) / _interval) + 1;
            if (_memory.Clock.Now < first)
            {
                return; // another request was faster
            }

            foreach (var endpoint in _endpoints)
            {
                Sweep(endpoint, first, due);
            }

            Volatile.Write(ref _memory.NextSweep, first + (due * _interval));
        }
    }

    /// <summary>What so many sweeps do, the first of them at that time.</summary>
    private void Sweep(EndpointMemory endpoint, long first, long due)
    {
        if (endpoint.IsEjected)
        {
            var end = endpoint.EjectedAt + Math.Min(endpoint.Backoff * _base, _longest);
            var before = end <= first ? 0 : (end - first + _interval - 1) / _interval;
            if (before >= due)
            {
                return;
            }

            Reset(endpoint);
            endpoint.IsEjected = false;
            _memory.HealthChanged();
            due -= before + 1;
        }

        endpoint.Backoff = Math.Max(0, endpoint.Backoff - due);
    }

    private static void Reset(EndpointMemory endpoint)
    {
        if ((endpoint.Errors | endpoint.GatewayErrors) != 0)
        {
            endpoint.Errors = 0;
            endpoint.GatewayErrors = 0;
        }
    }
}
