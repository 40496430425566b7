using System.Globalization;
using System.Text;

namespace GeoGraph.Core.Graph;

/// <summary>
/// What the fields of a batch must keep to, whatever the store's state. Every store checks a batch with this before it touches anything,
/// so that all stores refuse alike.
/// </summary>
public static class GraphRules
{
    private const int MaxWordLength = 64;
    private const int MaxNameLength = 1000;
    private const string WordRule = "upper-case letters, digits and underscores, starting with a letter, at most 64 characters";
    private const string RoleRule = "a role is lower-case letters, digits and underscores, starting with a letter, at most 64 characters";

    /// <summary>Checks a batch and gives its updates with properties in canonical form.</summary>
    /// <exception cref="GeoGraphException">
    /// <see cref="ErrorReason.InvalidRequest"/> with every violation, or <see cref="ErrorReason.LimitExceeded"/> where size is all that is wrong.
    /// </exception>
    public static IReadOnlyList<GraphUpdate> Check(WriteBatch batch)
    {
        if (batch.Updates.Count > GraphLimits.MaxBatchUpdates)
            throw GeoGraphException.OverLimit("updates", batch.Updates.Count, GraphLimits.MaxBatchUpdates);
        if (batch.RequestId is { Length: > GraphLimits.MaxRequestIdLength } requestId)
            throw GeoGraphException.OverLimit("request_id", requestId.Length, GraphLimits.MaxRequestIdLength);
        var check = new BatchCheck();
        if (batch.RequestId is "")
            check.Violations.Add("request_id", "", "a request id has at least one character");
        var updates = new GraphUpdate[batch.Updates.Count];
        for (var i = 0; i < updates.Length; i++)
            updates[i] = check.Canonical(batch.Updates[i], i);
        check.Conclude();
        return updates;
    }

    private sealed class BatchCheck
    {
        private readonly Violations _oversize = new();
        private GeoGraphException? _firstOversize;

        public Violations Violations { get; } = new();

        public GraphUpdate Canonical(GraphUpdate update, int index)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"updates[{index}]");
            switch (update)
            {
                case PutNode put:
                    CheckNode(put.Node, at + ".node");
                    return put with { Node = put.Node with { Properties = Properties(put.Node.Properties, at + ".node.properties") } };
                case PutRelation put:
                    CheckRelation(put.Relation, at + ".relation");
                    return put with { Relation = put.Relation with { Properties = Properties(put.Relation.Properties, at + ".relation.properties") } };
                case Delete delete:
                    CheckId(delete.Id, at + ".id");
                    break;
                case Merge merge:
                    CheckId(merge.Duplicate, at + ".duplicate");
                    CheckId(merge.Survivor, at + ".survivor");
                    if (merge.Duplicate == merge.Survivor)
                        Violations.Add(at + ".survivor", merge.Survivor.Value, "a node is not merged into itself");
                    break;
            }
            return update;
        }

        public void Conclude()
        {
            if (Violations.None && _firstOversize is not null)
                throw _firstOversize;
            foreach (var violation in _oversize.Found)
                Violations.Add(violation.Field, violation.Value, violation.Rule);
            Violations.ThrowIfAny();
        }

        private void CheckNode(GraphNode node, string at)
        {
            CheckId(node.Id, at + ".id");
            CheckWord(node.Label, at + ".label", "a label is " + WordRule);
            for (var i = 0; i < node.Names.Count; i++)
                CheckName(node.Names[i], string.Create(CultureInfo.InvariantCulture, $"{at}.names[{i}]"));
            CheckReferences(node.References, at);
        }

        private void CheckRelation(GraphRelation relation, string at)
        {
            CheckId(relation.Id, at + ".id");
            CheckId(relation.From, at + ".from");
            CheckId(relation.To, at + ".to");
            CheckWord(relation.Type, at + ".type", "a type is " + WordRule);
            CheckReferences(relation.References, at);
        }

        private void CheckReferences(IReadOnlyList<Reference> references, string at)
        {
            for (var i = 0; i < references.Count; i++)
            {
                var reference = references[i];
                if (!IsWord(reference.Role, char.IsAsciiLetterLower))
                    Violations.Add(string.Create(CultureInfo.InvariantCulture, $"{at}.references[{i}].role"), reference.Role, RoleRule);
                if (reference.Target == default)
                    Violations.Add(string.Create(CultureInfo.InvariantCulture, $"{at}.references[{i}].target"), "", EntityId.Rule);
            }
        }

        private void CheckName(LocalName name, string at)
        {
            if (name.Language.Length is 0 or > 35 || !name.Language.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'))
                Violations.Add(at + ".language", name.Language, "a language is a BCP 47 tag, as en or zh-Hant");
            if (name.Text.Any(char.IsControl) || !EntityId.IsWellFormedUtf16(name.Text) || NameFolding.Fold(name.Text).Length == 0)
                Violations.Add(at + ".text", name.Text, "a name is text that is not blank and has no control characters");
            else if (name.Text.Length > MaxNameLength)
                Oversize(at + ".text", name.Text.Length, MaxNameLength);
        }

        private void CheckId(EntityId id, string at)
        {
            if (id == default)
                Violations.Add(at, "", EntityId.Rule);
        }

        private void CheckWord(string word, string at, string rule)
        {
            if (!IsWord(word, char.IsAsciiLetterUpper))
                Violations.Add(at, word, rule);
        }

        private string Properties(string json, string at)
        {
            try
            {
                var canonical = CanonicalJson.Of(json);
                var bytes = Encoding.UTF8.GetByteCount(canonical);
                if (bytes > GraphLimits.MaxPropertiesBytes)
                    Oversize(at, bytes, GraphLimits.MaxPropertiesBytes);
                return canonical;
            }
            catch (FormatException error)
            {
                Violations.Add(at, json, error.Message.TrimEnd('.'));
                return json;
            }
        }

        private void Oversize(string field, long given, long allowed)
        {
            var error = GeoGraphException.OverLimit(field, given, allowed);
            _firstOversize ??= error;
            _oversize.Add(field, given.ToString(CultureInfo.InvariantCulture), $"at most {allowed} is allowed");
        }

        private static bool IsWord(string word, Func<char, bool> isLetter) =>
            word.Length is > 0 and <= MaxWordLength && isLetter(word[0]) && word.All(c => isLetter(c) || char.IsAsciiDigit(c) || c == '_');
    }
}
