namespace GeoGraph.Cli.Import;

/// <summary>Where something stands in a file. Lines and columns count from 1; 0 stands for the file as a whole.</summary>
internal readonly record struct Place(string File, int Line, int Column)
{
    /// <summary>The form that editors and terminals open: <c>file:line:column</c>.</summary>
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}
