using GeoGraph.Core;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace GeoGraph.Sqlite.Engine;

/// <summary>Turns the engine's result codes into the seam's errors; the driver's error stays inside, for the log.</summary>
internal static class SqliteErrors
{
    /// <summary>Throws the driver's error where <paramref name="code"/> is one.</summary>
    public static void Check(int code, sqlite3? database)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(code, database);
    }

    /// <summary>What leaves the store for a driver's error.</summary>
    public static Exception Translate(SqliteException error, CancellationToken cancellationToken)
    {
        if (error.SqliteErrorCode == raw.SQLITE_INTERRUPT && cancellationToken.IsCancellationRequested)
            return new OperationCanceledException("the call was cancelled.", error, cancellationToken);
        return error.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new GeoGraphException(
                ErrorReason.WriteConflict, "another writer holds the store; try again.", inner: error),
            raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => Unavailable("the store's file is damaged or not a database.", error),
            raw.SQLITE_FULL => Unavailable("the store's disk is full.", error),
            raw.SQLITE_READONLY or raw.SQLITE_PERM => Unavailable("the store's file is not writable.", error),
            raw.SQLITE_CANTOPEN => Unavailable("the store's file cannot be opened.", error),
            _ => Unavailable("the store does not answer.", error),
        };
    }

    /// <summary>A <see cref="ErrorReason.StoreUnavailable"/>.</summary>
    public static GeoGraphException Unavailable(string message, Exception? inner = null) =>
        new(ErrorReason.StoreUnavailable, message, inner: inner);
}
