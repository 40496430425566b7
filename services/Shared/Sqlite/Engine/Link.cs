using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GeoGraph.Sqlite.Engine;

/// <summary>One open connection with its prepared statements. Used by one call at a time.</summary>
internal sealed class Link : IDisposable
{
    private const int MaxStatements = 200;

    /// <summary>How many instructions the engine runs between two looks at the token: far below a millisecond.</summary>
    private const int InstructionsBetweenLooks = 4000;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    private CancellationToken _stop;

    private Link(SqliteConnection connection)
    {
        _connection = connection;
        raw.sqlite3_progress_handler(Database, InstructionsBetweenLooks, _ => _stop.IsCancellationRequested ? 1 : 0, null);
    }

    private sqlite3 Database => _connection.Handle ?? throw SqliteErrors.Unavailable("the store is closed.");

    /// <summary>Opens a connection to a file, or to a new private database in memory where <paramref name="path"/> is null.</summary>
    public static Link Open(string? path)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = path ?? ":memory:", Pooling = false, Mode = SqliteOpenMode.ReadWriteCreate };
        var connection = new SqliteConnection(text.ConnectionString);
        try
        {
            connection.Open();
            var link = new Link(connection);
            link.Execute("PRAGMA busy_timeout = 250");
            Schema.IsNew(link);
            if (path is not null)
                link.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
            link.Execute("PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF");
            return link;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Runs a script without parameters, not cached.</summary>
    public void Execute(string script) => SqliteErrors.Check(raw.sqlite3_exec(Database, script), Database);

    /// <summary>Tries to begin the one write transaction over all processes; false where another process has it.</summary>
    public bool TryBeginWrite()
    {
        var code = raw.sqlite3_exec(Database, "BEGIN IMMEDIATE");
        if (code == raw.SQLITE_BUSY)
            return false;
        SqliteErrors.Check(code, Database);
        return true;
    }

    /// <summary>The statement for a text, prepared at its first use, with its parameters bound.</summary>
    public Statement Query(string sql, params ReadOnlySpan<Parameter> parameters)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            if (_statements.Count >= MaxStatements)
                CloseStatements();
            SqliteErrors.Check(raw.sqlite3_prepare_v3(Database, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle), Database);
            statement = new Statement(Database, handle);
            _statements.Add(sql, statement);
        }
        return statement.Bind(parameters);
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Run(string sql, params ReadOnlySpan<Parameter> parameters) => Query(sql, parameters).Run();

    /// <summary>The number in the first column of the first row; null where there is no row or it is null.</summary>
    public long? Number(string sql, params ReadOnlySpan<Parameter> parameters)
    {
        using var statement = Query(sql, parameters);
        return statement.Step() && !statement.IsNull(0) ? statement.Number(0) : null;
    }

    /// <summary>The text in the first column of the first row; null where there is no row or it is null.</summary>
    public string? Text(string sql, params ReadOnlySpan<Parameter> parameters)
    {
        using var statement = Query(sql, parameters);
        return statement.Step() ? statement.TextOrNull(0) : null;
    }

    /// <summary>The row that the last INSERT of this connection added, triggers aside.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(Database);

    /// <summary>Ends a transaction that failed; nothing where none is open.</summary>
    public void RollBack()
    {
        if (raw.sqlite3_get_autocommit(Database) == 0)
            raw.sqlite3_exec(Database, "ROLLBACK");
    }

    /// <summary>Stops the running statement, and any further one, once the token is cancelled; until the result is disposed.</summary>
    /// <remarks>
    /// The engine asks as it goes. Interrupting it from outside is no way: an interruption is forgotten where it falls between two statements,
    /// and stays for what comes next where the full-text index keeps a reader open.
    /// </remarks>
    public Watched StopOn(CancellationToken cancellationToken)
    {
        _stop = cancellationToken;
        return new Watched(this);
    }

    public void Dispose()
    {
        CloseStatements();
        _connection.Dispose();
    }

    private void CloseStatements()
    {
        foreach (var statement in _statements.Values)
            statement.Close();
        _statements.Clear();
    }

    /// <summary>Ends what <see cref="StopOn"/> began.</summary>
    public readonly struct Watched(Link link) : IDisposable
    {
        public void Dispose() => link._stop = CancellationToken.None;
    }
}
