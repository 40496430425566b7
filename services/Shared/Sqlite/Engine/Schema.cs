using GeoGraph.Core;

namespace GeoGraph.Sqlite.Engine;

/// <summary>
/// The tables, as the project's README describes them. Every row is a version: it shows at revisions from <c>rev_from</c> to before
/// <c>rev_to</c>, and <c>rev_to</c> is null while it is current. Each index lies twice, over current and over past versions, so
/// that reads of the newest revision never step over history.
/// </summary>
internal static class Schema
{
    /// <summary>Kept in the file as user_version; a file with a higher one was written by a newer GeoGraph.</summary>
    public const int Version = 1;

    /// <summary>Marks a file as this project's; kept as application_id ("GeoG").</summary>
    public const int ApplicationId = 0x47656F47;

    private const string Tables = """
        CREATE TABLE store (
            one INTEGER PRIMARY KEY CHECK (one = 1), revision INTEGER NOT NULL, oldest INTEGER NOT NULL);
        INSERT INTO store VALUES (1, 0, 0);

        CREATE TABLE node (
            row INTEGER PRIMARY KEY, id TEXT NOT NULL, label TEXT NOT NULL, valid_from TEXT, valid_to TEXT,
            names TEXT NOT NULL, refs TEXT NOT NULL, properties TEXT NOT NULL, rev_from INTEGER NOT NULL, rev_to INTEGER);
        CREATE UNIQUE INDEX node_id ON node (id) WHERE rev_to IS NULL;
        CREATE INDEX node_id_past ON node (id) WHERE rev_to IS NOT NULL;
        CREATE INDEX node_label ON node (label, id) WHERE rev_to IS NULL;
        CREATE INDEX node_label_past ON node (label, id) WHERE rev_to IS NOT NULL;
        CREATE INDEX node_since ON node (rev_from);
        CREATE INDEX node_until ON node (rev_to) WHERE rev_to IS NOT NULL;
        CREATE TABLE node_ref (target TEXT NOT NULL, id TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (target, id, row)) WITHOUT ROWID;

        CREATE TABLE relation (
            row INTEGER PRIMARY KEY, id TEXT NOT NULL, type TEXT NOT NULL, from_id TEXT NOT NULL, to_id TEXT NOT NULL, valid_from TEXT, valid_to TEXT,
            refs TEXT NOT NULL, properties TEXT NOT NULL, rev_from INTEGER NOT NULL, rev_to INTEGER);
        CREATE UNIQUE INDEX relation_id ON relation (id) WHERE rev_to IS NULL;
        CREATE INDEX relation_id_past ON relation (id) WHERE rev_to IS NOT NULL;
        CREATE INDEX relation_type ON relation (type, id) WHERE rev_to IS NULL;
        CREATE INDEX relation_type_past ON relation (type, id) WHERE rev_to IS NOT NULL;
        CREATE INDEX relation_from ON relation (from_id, id) WHERE rev_to IS NULL;
        CREATE INDEX relation_from_past ON relation (from_id, id) WHERE rev_to IS NOT NULL;
        CREATE INDEX relation_to ON relation (to_id, id) WHERE rev_to IS NULL;
        CREATE INDEX relation_to_past ON relation (to_id, id) WHERE rev_to IS NOT NULL;
        CREATE INDEX relation_since ON relation (rev_from);
        CREATE INDEX relation_until ON relation (rev_to) WHERE rev_to IS NOT NULL;
        CREATE TABLE relation_ref (target TEXT NOT NULL, id TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (target, id, row)) WITHOUT ROWID;

        CREATE TABLE alias (
            row INTEGER PRIMARY KEY, id TEXT NOT NULL, survivor TEXT NOT NULL, names TEXT NOT NULL, rev_from INTEGER NOT NULL, rev_to INTEGER);
        CREATE UNIQUE INDEX alias_id ON alias (id) WHERE rev_to IS NULL;
        CREATE INDEX alias_id_past ON alias (id) WHERE rev_to IS NOT NULL;
        CREATE INDEX alias_survivor ON alias (survivor) WHERE rev_to IS NULL;
        CREATE INDEX alias_since ON alias (rev_from);
        CREATE INDEX alias_until ON alias (rev_to) WHERE rev_to IS NOT NULL;

        CREATE TABLE name (
            row INTEGER PRIMARY KEY, node TEXT NOT NULL, owner TEXT NOT NULL, place INTEGER NOT NULL, language TEXT, text TEXT NOT NULL,
            folded TEXT NOT NULL, rev_from INTEGER NOT NULL, rev_to INTEGER);
        CREATE INDEX name_node ON name (node) WHERE rev_to IS NULL;
        CREATE INDEX name_until ON name (rev_to) WHERE rev_to IS NOT NULL;
        CREATE VIRTUAL TABLE name_index USING fts5 (folded, content = 'name', content_rowid = 'row', detail = none, columnsize = 0, tokenize = 'trigram case_sensitive 1');
        CREATE TRIGGER name_added AFTER INSERT ON name BEGIN
            INSERT INTO name_index (rowid, folded) VALUES (new.row, new.folded); END;
        CREATE TRIGGER name_gone AFTER DELETE ON name BEGIN
            INSERT INTO name_index (name_index, rowid, folded) VALUES ('delete', old.row, old.folded); END;

        CREATE TRIGGER node_gone AFTER DELETE ON node BEGIN
            DELETE FROM node_ref WHERE target IN (SELECT value ->> 1 FROM json_each(old.refs)) AND id = old.id AND row = old.row; END;
        CREATE TRIGGER relation_gone AFTER DELETE ON relation BEGIN
            DELETE FROM relation_ref WHERE target IN (SELECT value ->> 1 FROM json_each(old.refs)) AND id = old.id AND row = old.row; END;

        CREATE TABLE receipt (
            request_id TEXT PRIMARY KEY, digest TEXT NOT NULL, revision INTEGER NOT NULL, created INTEGER NOT NULL, replaced INTEGER NOT NULL,
            unchanged INTEGER NOT NULL, deleted INTEGER NOT NULL, merged INTEGER NOT NULL) WITHOUT ROWID;
        """;

    /// <summary>Looks whose file it is, before anything is written to it.</summary>
    /// <returns>True where the file is new and has no tables yet.</returns>
    /// <exception cref="GeoGraphException">The file is another program's, or a newer GeoGraph's.</exception>
    public static bool IsNew(Link link)
    {
        var (application, version) = (link.Number("PRAGMA application_id"), link.Number("PRAGMA user_version"));
        if (application == 0 && version == 0 && link.Number("SELECT count(*) FROM sqlite_schema") == 0)
            return true;
        if (application != ApplicationId)
            throw SqliteErrors.Unavailable("the store's file is a database of another program; it is left as it is.");
        if (version > Version)
            throw SqliteErrors.Unavailable($"the store's file has schema {version}, and this program knows schemas up to {Version}; use a newer GeoGraph.");
        return version == Version ? false : throw SqliteErrors.Unavailable($"the store's file has schema {version}, which no GeoGraph wrote.");
    }

    /// <summary>Creates the tables where the file is new, inside the open write transaction.</summary>
    public static void Ensure(Link link)
    {
        if (IsNew(link))
            link.Execute($"{Tables} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}");
    }
}
