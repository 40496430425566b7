namespace Google.Type;

/// <summary>Turns dates into those of .NET and back.</summary>
public static class DateExtensions
{
    /// <summary>The date part of a time.</summary>
    public static Date ToDate(this System.DateTime dateTime) =>
        new() { Year = dateTime.Year, Month = dateTime.Month, Day = dateTime.Day };

    /// <summary>The beginning of a date, of no stated time zone.</summary>
    /// <exception cref="InvalidOperationException">The date lacks its year, month or day, or is none of the calendar's.</exception>
    public static System.DateTime ToDateTime(this Date date)
    {
        ArgumentNullException.ThrowIfNull(date);
        try
        {
            return new System.DateTime(date.Year, date.Month, date.Day);
        }
        catch (ArgumentOutOfRangeException failure)
        {
            throw new InvalidOperationException($"{date.Year}-{date.Month}-{date.Day} is no whole date of the calendar.", failure);
        }
    }
}
