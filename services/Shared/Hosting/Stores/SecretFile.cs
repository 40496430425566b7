namespace GeoGraph.Hosting.Stores;

/// <summary>A file that holds one secret, as orchestrators mount them; a line's end after it is not part of it.</summary>
internal static class SecretFile
{
    /// <summary>The secret.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static string Read(string path) => File.ReadAllText(path).TrimEnd('\r', '\n');

    /// <summary>What is wrong with the file; null where it holds a secret.</summary>
    public static string? Problem(string path)
    {
        try
        {
            return Read(path).Length == 0 ? "the file is empty" : null;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return "there is no such file";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "the file cannot be read";
        }
    }
}
