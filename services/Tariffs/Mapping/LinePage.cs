using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Hosting.Wire;
using GeoGraph.Tariffs.Feed;
using Wire = GeoGraph.Contracts.Tariffs.V1;

namespace GeoGraph.Tariffs.Mapping;

/// <summary>The page that a list of touched lines asks for; every page comes from the state of the first.</summary>
internal sealed class LinePage
{
    private const int WhenZero = 100;
    private const int Most = 1000;
    private readonly Wire.ListTouchedLinesRequest _request;
    private readonly int _offset;
    private readonly int _size;
    private readonly RevisionToken? _exact;

    private LinePage(Wire.ListTouchedLinesRequest request, int offset, int size, RevisionToken? exact) =>
        (_request, _offset, _size, _exact) = (request, offset, size, exact);

    /// <summary>From which state to read: the one asked for on the first page, that of the first on every later one.</summary>
    public WantedState WantedOf(WantedState asked) => _exact is { } exact ? new WantedState(RevisionToken.Empty, exact) : asked;

    /// <summary>Reads the paging fields, noting every violation.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.InvalidPageToken"/> and <see cref="ErrorReason.LimitExceeded"/>.</exception>
    public static LinePage Read(Wire.ListTouchedLinesRequest request, RequestFields fields)
    {
        var size = fields.Limit("page_size", request.PageSize, WhenZero, Most);
        if (PageTokens.Read(request, request.PageToken) is not { } cursor)
            return new LinePage(request, 0, size, null);
        return int.TryParse(cursor.After, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? new LinePage(request, offset, size, cursor.State)
            : throw PageTokens.NotGiven();
    }

    /// <summary>The page of these lines.</summary>
    public Wire.ListTouchedLinesResponse Of(IReadOnlyList<TouchedLine> lines, RevisionToken state)
    {
        var end = Math.Min(lines.Count, _offset + _size);
        return new Wire.ListTouchedLinesResponse
        {
            Lines = { lines.Skip(_offset).Take(_size).Select(touched => new Wire.TouchedLine { Code = touched.Line.Code, Description = touched.Line.Description, Partly = touched.IsPartly }) },
            Total = lines.Count,
            NextPageToken = end < lines.Count ? PageTokens.Print(_request, new PageCursor(state, end.ToString(CultureInfo.InvariantCulture))) : "",
            RevisionToken = state.ToString(),
        };
    }
}
