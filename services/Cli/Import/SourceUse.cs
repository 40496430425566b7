using GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Cli.Import;

/// <summary>A source as evidence names it.</summary>
/// <param name="Source">The source, filled in from the list of sources once all files are read.</param>
/// <param name="Place">Where it is named.</param>
/// <param name="Path">The field that names it.</param>
internal sealed record SourceUse(Source Source, Place Place, string Path)
{
    /// <summary>True where nothing but the id (and a quote) is given, so that the list of sources must say the rest.</summary>
    public bool IsBare =>
        Source is { Title: "", Publisher: "", Citation: "", Url: "", PublishedOn: null };

    /// <summary>Fills in what this use leaves out. The quote stays the use's own.</summary>
    public void FillFrom(Source named)
    {
        Source.Title = Either(Source.Title, named.Title);
        Source.Publisher = Either(Source.Publisher, named.Publisher);
        Source.Citation = Either(Source.Citation, named.Citation);
        Source.Url = Either(Source.Url, named.Url);
        Source.PublishedOn ??= named.PublishedOn?.Clone();
    }

    private static string Either(string own, string named) => own.Length > 0 ? own : named;
}
