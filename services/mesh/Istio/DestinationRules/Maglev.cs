namespace ColorDemo.Mesh.Istio;

/// <summary>A table in place of a hash ring: more even, and less steady when endpoints come and go.</summary>
internal static class Maglev
{
    private const int LargestTable = 5_000_010;
    private const string Example = "65537, Envoy's own default, is one";

    /// <summary>Whether there is one. Its size only decides how even the spread is.</summary>
    public static bool Check(Fields? maglev)
    {
        if (maglev is null)
        {
            return false;
        }

        if (!maglev.Has("tableSize"))
        {
            maglev.Error("tableSize", $"tableSize must be set for maglev, to a prime number; {Example}");
        }

        if (maglev.WholeNumber("tableSize", 1, LargestTable) is { } size && !IsPrime(size))
        {
            maglev.Error("tableSize", $"tableSize must be a prime number for maglev, {size} is not; {Example}");
        }

        maglev.WithoutEffect("tableSize");
        maglev.End();
        return true;
    }

    /// <remarks>Envoy's, and so Istio's, check takes 1 for a prime.</remarks>
    private static bool IsPrime(int number)
    {
        for (var factor = 2; factor * factor <= number; factor++)
        {
            if (number % factor == 0)
            {
                return false;
            }
        }

        return true;
    }
}
