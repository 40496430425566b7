using SQLitePCL;

namespace GeoGraph.Sqlite.Engine;

/// <summary>
/// One prepared statement of one connection, reused. Bind all parameters in order, then step. Used by one call at a time; a
/// statement that is not stepped to its end must be reset before the next use, which <see cref="Dispose"/> does.
/// </summary>
internal sealed class Statement(sqlite3 database, sqlite3_stmt handle) : IDisposable
{
    private int _bound;

    /// <summary>Forgets the last run and binds the parameters in order: null, string, long, int.</summary>
    public Statement Bind(params ReadOnlySpan<Parameter> parameters)
    {
        raw.sqlite3_reset(handle);
        _bound = 0;
        foreach (var parameter in parameters)
            Add(parameter);
        return this;
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
            return true;
        raw.sqlite3_reset(handle);
        SqliteErrors.Check(code, database);
        return false;
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Text of a column; null where it is null.</summary>
    public string? TextOrNull(int column) =>
        raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL ? null : raw.sqlite3_column_text(handle, column).utf8_to_string();

    /// <summary>Text of a column that is never null.</summary>
    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    /// <summary>Number in a column; zero where it is null.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    /// <summary>True where a column is null.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>Makes the statement ready for its next use and lets go of the read lock it may hold. The statement itself stays prepared.</summary>
    public void Dispose() => raw.sqlite3_reset(handle);

    /// <summary>Frees the statement for good.</summary>
    public void Close() => handle.Dispose();

    private void Add(Parameter parameter)
    {
        _bound++;
        var code = parameter.Text is { } text ? raw.sqlite3_bind_text(handle, _bound, text)
            : parameter.Number is { } number ? raw.sqlite3_bind_int64(handle, _bound, number)
            : raw.sqlite3_bind_null(handle, _bound);
        SqliteErrors.Check(code, database);
    }
}

/// <summary>A value for a statement: a text, a number or nothing.</summary>
internal readonly record struct Parameter(string? Text, long? Number)
{
    public static implicit operator Parameter(string? text) => new(text, null);

    public static implicit operator Parameter(long number) => new(null, number);

    public static implicit operator Parameter(long? number) => new(null, number);
}
