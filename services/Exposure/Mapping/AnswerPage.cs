using System.Globalization;
using GeoGraph.Core;
using GeoGraph.Hosting;
using GeoGraph.Hosting.Wire;
using Google.Protobuf;
using Wire = GeoGraph.Contracts.Exposure.V1;

namespace GeoGraph.Exposure.Mapping;

/// <summary>
/// Which part of a question's results an answer lists: results are found in a fixed order, and a cursor says how many come before, at which state. It is
/// bound to the question: only the limit may change.
/// </summary>
internal sealed class AnswerPage
{
    /// <summary>The most results of a question that are ever listed, over all of its pages.</summary>
    public const int MostResults = 100_000;

    private readonly IMessage _question;
    private readonly int _offset;
    private readonly int _size;

    private AnswerPage(IMessage question, int offset, int size, RevisionToken state) => (_question, _offset, _size, Token) = (question, offset, size, state);

    /// <summary>The state of actors that the first page was answered from; null on the first page.</summary>
    public Revision? State => Token.For(ServiceNames.Actors);

    /// <summary>All that the cursor says of the state that the first page was answered from; empty on the first page.</summary>
    public RevisionToken Token { get; }

    /// <summary>How many results have to be found: those before the page, those on it, and one more where there is one.</summary>
    public int ResultsToFind => Math.Min(MostResults, _offset + _size + 1);

    /// <summary>The most results that the page lists.</summary>
    public int Size => _size;

    /// <summary>Reads the cursor of a request that has a field <c>question</c>.</summary>
    /// <exception cref="GeoGraphException"><see cref="ErrorReason.InvalidPageToken"/>.</exception>
    public static AnswerPage Read(IMessage request, string cursor, int size)
    {
        var question = Unpaged(request);
        if (cursor.Length == 0)
            return new AnswerPage(question, 0, size, RevisionToken.Empty);
        if (Find(question, cursor) is { } found && found.State.For(ServiceNames.Actors) is not null
            && int.TryParse(found.After, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && offset is > 0 and < MostResults
            && cursor == Print(question, found.State, offset))
        {
            return new AnswerPage(question, offset, size, found.State);
        }
        throw new GeoGraphException(ErrorReason.InvalidPageToken,
            "question.cursor is not one that an answer to this question gave; but for question.limit, the question has to be the same.");
    }

    /// <summary>The results of the page, out of all that were found, and whether there are more.</summary>
    public AnswerPart<T> Of<T>(IReadOnlyList<T> found) =>
        new([.. found.Skip(_offset).Take(_size)], found.Count > _offset + _size);

    /// <summary>The cursor of the page after this one; empty where no more than this are ever listed.</summary>
    public string Next(RevisionToken state) => _offset + _size >= MostResults - 1 ? "" : Print(_question, state, _offset + _size);

    private static string Print(IMessage question, RevisionToken state, int offset) =>
        PageTokens.Print(question, new PageCursor(state, offset.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The cursor that goes on after the first results of the page.</summary>
    /// <param name="listed">How many.</param>
    /// <param name="state">The state that they were answered from.</param>
    public string After(int listed, RevisionToken state) => PageTokens.Print(_question, new PageCursor(state, (_offset + listed).ToString(CultureInfo.InvariantCulture)));

    /// <summary>The law as the first page saw it, where the cursor says so.</summary>
    public DutyTerms Pinned(DutyTerms terms) => Token.For(ServiceNames.Agreements) is null ? terms : terms with { Read = new() { Exact = Token.ToString() } };

    private static PageCursor? Find(IMessage question, string cursor)
    {
        try
        {
            return PageTokens.Read(question, cursor);
        }
        catch (GeoGraphException refused) when (refused.Reason == ErrorReason.InvalidPageToken)
        {
            return null;
        }
    }

    private static IMessage Unpaged(IMessage request)
    {
        var copy = request.Descriptor.Parser.ParseFrom(request.ToByteArray());
        if (copy.Descriptor.FindFieldByName("question").Accessor.GetValue(copy) is Wire.Question question)
            (question.Cursor, question.Limit) = ("", 0);
        return copy;
    }
}

/// <summary>The results on a page.</summary>
/// <param name="Items">The results, in order.</param>
/// <param name="HasMore">True where more follow.</param>
internal sealed record AnswerPart<T>(IReadOnlyList<T> Items, bool HasMore);
