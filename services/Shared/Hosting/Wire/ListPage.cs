using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Core.Graph;
using Google.Protobuf;
using Common = GeoGraph.Contracts.Common.V1;

namespace GeoGraph.Hosting.Wire;

/// <summary>The page that a list over a service's own store asks for: from which state, after what, how many.</summary>
public sealed class ListPage
{
    private readonly IMessage _request;
    private readonly string _service;
    private readonly PageCursor? _cursor;

    private ListPage(IMessage request, string service, PageCursor? cursor, ReadPoint point, int size)
    {
        (_request, _service, _cursor) = (request, service, cursor);
        (Point, Size) = (point, size);
    }

    /// <summary>From which state to read: the one asked for on the first page, that of the first on every later one.</summary>
    public ReadPoint Point { get; }

    /// <summary>The most items to return.</summary>
    public int Size { get; }

    /// <summary>Reads the paging fields of a request, noting every violation.</summary>
    /// <param name="fields">Collects the violations.</param>
    /// <param name="service">Short name of the service whose store is listed.</param>
    /// <param name="request">The list's request.</param>
    /// <param name="pageToken">Its page token.</param>
    /// <param name="pageSize">Its page size.</param>
    /// <param name="read">Its read options.</param>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.InvalidPageToken"/> and <see cref="ErrorReason.LimitExceeded"/>.</exception>
    public static ListPage Read(RequestFields fields, string service, IMessage request, string pageToken, int pageSize, Common.ReadOptions? read)
    {
        var size = fields.PageSize(pageSize);
        var point = fields.Read(read, service);
        if (PageTokens.Read(request, pageToken) is not { } cursor)
            return new ListPage(request, service, null, point, size);
        return cursor.State.For(service) is { } revision
            ? new ListPage(request, service, cursor, ReadPoint.Exact(revision), size)
            : throw PageTokens.NotGiven();
    }

    /// <summary>The id after which the page starts; null for the first page.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.InvalidPageToken"/>: the token goes on after something else.</exception>
    public EntityId? AfterId() =>
        _cursor is null ? null : EntityId.TryParse(_cursor.After, out var id) ? id : throw PageTokens.NotGiven();

    /// <summary>How many items of the list come before the page, where a list goes on by number.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.InvalidPageToken"/>: the token goes on after something else.</exception>
    public int Offset() =>
        _cursor is null ? 0 : int.TryParse(_cursor.After, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset : throw PageTokens.NotGiven();

    /// <summary>The token of the page after <paramref name="last"/>; empty where there is none.</summary>
    public string NextToken(Revision revision, EntityId? last) => last is { } id ? Print(revision, id.Value) : "";

    /// <summary>The token of the page that starts after so many items; empty where there is none.</summary>
    public string NextToken(Revision revision, int? offset) => offset is { } count ? Print(revision, count.ToString(CultureInfo.InvariantCulture)) : "";

    private string Print(Revision revision, string after) => PageTokens.Print(_request, new PageCursor(RevisionToken.Of(_service, revision), after));
}
